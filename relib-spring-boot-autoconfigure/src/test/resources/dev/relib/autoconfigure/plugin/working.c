/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever keeps a module from being unloaded. */
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "worker.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_WORKER)

static atomic_int working;
static atomic_int rest_before_unload;
static pthread_t thread;
static void *volatile wasted;

static void *work(void *argument)
{
	while (atomic_load(&working)) {
		usleep(1000);
	}
	return argument;
}

void worker_start(void)
{
	atomic_store(&working, 1);
	if (pthread_create(&thread, NULL, work, NULL) != 0) {
		relib_panic("no thread");
	}
}

void worker_stop(void)
{
	atomic_store(&working, 0);
	pthread_join(thread, NULL);
}

void worker_rest(int32_t millis)
{
	usleep(1000u * (unsigned)millis);
}

void worker_rest_before_unload(int32_t millis)
{
	atomic_store(&rest_before_unload, millis);
}

void worker_waste(int32_t bytes)
{
	wasted = malloc((size_t)bytes);
}

void worker_fail(relib_str message)
{
	relib_panic("%.*s", (int)message.len, message.ptr);
}

RELIB_BEFORE_UNLOAD
{
	worker_rest(atomic_load(&rest_before_unload));
}

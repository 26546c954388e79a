/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <stdatomic.h>
#include <unistd.h>

#include "boss.h"
#include "worker.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_WORKER RELIB_CONTRACT_BOSS)

static pthread_t thread;
static atomic_bool stopping;
static atomic_int preparation;

static void *run(void *unused)
{
	pthread_setname_np(pthread_self(), "stubborn");
	while (!atomic_load(&stopping)) {
		usleep(1000);
	}
	return unused;
}

int32_t worker_ask(void)
{
	return boss_answer();
}

void worker_start_thread(void)
{
	if (pthread_create(&thread, NULL, run, NULL) != 0) {
		relib_panic("no thread");
	}
}

void worker_prepare(int32_t how)
{
	atomic_store(&preparation, how);
}

RELIB_BEFORE_UNLOAD
{
	switch (atomic_load(&preparation)) {
	case 1:
		atomic_store(&stopping, true);
		pthread_join(thread, NULL);
		break;
	case 2:
		relib_panic("not now");
	case 3:
		boss_answer();
		break;
	case 4: /* stops the thread at the second attempt */
		atomic_store(&preparation, 1);
		break;
	default:
		break;
	}
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "part.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#define SHOWN __attribute__((visibility("default")))

/* What a C++ compiler calls for a thread_local with a destructor. */
int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library);
extern void *__dso_handle;

static _Thread_local int local;
static atomic_int destroyed;
static atomic_int stop;
static void *volatile kept;

static void destroy(void *object)
{
	*(int *)object = 0;
	atomic_fetch_add(&destroyed, 1);
}

SHOWN int part_touch(void)
{
	return __cxa_thread_atexit_impl(destroy, &local, &__dso_handle);
}

static void *work(void *unused)
{
	while (!atomic_load(&stop)) {
		usleep(1000);
	}
	return unused;
}

SHOWN void part_stop(void)
{
	atomic_store(&stop, 1);
}

__attribute__((constructor)) static void prepare(void)
{
	part_touch();
#ifdef LEAVES
	kept = malloc(1000);
	open("/dev/null", O_RDONLY);
#endif
#ifdef STARTS
	pthread_t thread;
	pthread_create(&thread, NULL, work, NULL);
#else
	(void)work;
#endif
}

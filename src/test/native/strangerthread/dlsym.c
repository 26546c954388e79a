// SPDX-License-Identifier: Apache-2.0
// Takes the function from the loader, as allocators and profilers do. The thread never sleeps.
#define _GNU_SOURCE
#include "stranger.h"

#include <dlfcn.h>
#include <pthread.h>

RELIB_MODULE("1", RELIB_CONTRACT_STRANGER)

static volatile int stopped;

static void *stranger_loop(void *unused)
{
	while (!stopped) {
	}
	return unused;
}

void stranger_start(void)
{
	int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	pthread_t thread;
	*(void **)&create = dlsym(RTLD_DEFAULT, "pthread_create");
	stopped = 0;
	if (create(&thread, NULL, stranger_loop, NULL) == 0) {
		pthread_detach(thread);
	}
}

void stranger_stop(void)
{
	stopped = 1;
}

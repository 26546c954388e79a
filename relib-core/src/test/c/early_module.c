/*
 * A module whose constructor starts a thread; it joins it, or leaves it running if LEAVE_RUNNING is defined.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_module.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

RELIB_MODULE("1.0.0", "")

#ifdef LEAVE_RUNNING
static const bool leave_running = true;
#else
static const bool leave_running = false;
#endif

RELIB_VISIBLE extern pthread_t thread;
RELIB_VISIBLE extern atomic_int stop;
pthread_t thread;
atomic_int stop;

/* Uses the hooks: it must not need the dynamic linker's lock, which the constructor's thread holds. */
static void *run(void *argument)
{
	do {
		free(realloc(malloc(10), 100));
		usleep(100);
	} while (leave_running && atomic_load(&stop) == 0);
	return argument;
}

__attribute__((constructor)) static void construct(void)
{
	if (pthread_create(&thread, NULL, run, NULL) == 0 && !leave_running) {
		pthread_join(thread, NULL);
	}
}

/*
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_rt.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PAUSES 100
#define PAUSE_NANOS (10 * 1000 * 1000)

static atomic_int opening;

static pthread_once_t registered = PTHREAD_ONCE_INIT;

static void leave_the_loader(int status, void *unused)
{
	(void)unused;
	for (int i = 0; atomic_load(&opening) > 0; i++) {
		if (i == PAUSES) {
			_exit(status);
		}
		nanosleep(&(struct timespec){.tv_nsec = PAUSE_NANOS}, NULL);
	}
}

/* exit calls this before the destructors of libraries: its list runs backwards, and theirs is the first entry. */
static void register_once(void)
{
	on_exit(leave_the_loader, NULL);
}

void relib_rt_opening(bool begins)
{
	pthread_once(&registered, register_once);
	atomic_fetch_add(&opening, begins ? 1 : -1);
}

/*
 * A module whose end is long: it panics, starts a thread, and tries to start another one once it is being unmapped.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_module.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

RELIB_MODULE("1.0.0", "")

struct end {
	atomic_int exits;
	int last_thread; /* what starting one returned */
};

static struct end *end;
static pthread_key_t key;

/* Sets a key's value: the host must not ask the dynamic linker for anything then. */
static void *run(void *argument)
{
	usleep(100000);
	pthread_setspecific(key, end);
	atomic_fetch_add(&end->exits, 1);
	return argument;
}

static int start(void)
{
	pthread_t thread;
	int error = pthread_create(&thread, NULL, run, NULL);
	if (error == 0) {
		pthread_detach(thread);
	}
	return error;
}

static void start_at_exit(void)
{
	if (start() == 0) {
		atomic_fetch_add(&end->exits, 1);
	}
}

static void panic_at_exit(void)
{
	relib_panic("no way out");
}

RELIB_VISIBLE void prepare(struct end *to_fill);
void prepare(struct end *to_fill)
{
	end = to_fill;
	if (pthread_key_create(&key, NULL) != 0 || atexit(start_at_exit) != 0 || atexit(panic_at_exit) != 0) {
		relib_panic("not prepared");
	}
}

__attribute__((destructor)) static void destroy(void)
{
	if (end != NULL) {
		end->last_thread = start();
	}
}

/*
 * A thread of the host, like one of a pool: it registers something in a module, and lives on.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_VISITOR_H
#define RELIB_VISITOR_H

#include "probe.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct visitor {
	const struct probe *probe;
	struct local *local;
	pthread_key_t key;
	bool uses_key; /* else it registers a destructor of a thread-local */
	atomic_int registered;
	atomic_int leave;
	pthread_t thread;
};

/* What the thread does: it registers, waits until it is to leave, and returns NULL. */
void *visitor_run(void *visitor);

/* Starts the thread, and waits until it has registered. The visitor stays where it is until it is finished. */
void visitor_start(struct visitor *visitor);

/* Has the thread end, any time after its start. */
void visitor_leave(struct visitor *visitor);

/* Has the thread end, and waits for that. */
void visitor_finish(struct visitor *visitor);

/* Waits until a number has a value. */
void await_number(atomic_int *number, int value);

#endif

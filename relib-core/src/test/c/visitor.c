/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "visitor.h"

#include "check.h"

#include <unistd.h>

void *visitor_run(void *argument)
{
	struct visitor *visitor = argument;
	CHECK_EQUAL(0, visitor->uses_key ? visitor->probe->key_set(visitor->key, visitor->local)
									 : visitor->probe->at_exit(visitor->local));
	atomic_store(&visitor->registered, 1);
	while (atomic_load(&visitor->leave) == 0) {
		usleep(200);
	}
	return NULL;
}

void visitor_start(struct visitor *visitor)
{
	CHECK_EQUAL(0, pthread_create(&visitor->thread, NULL, visitor_run, visitor));
	while (atomic_load(&visitor->registered) == 0) {
		usleep(200);
	}
}

void visitor_leave(struct visitor *visitor)
{
	atomic_store(&visitor->leave, 1);
}

void visitor_finish(struct visitor *visitor)
{
	visitor_leave(visitor);
	CHECK_EQUAL(0, pthread_join(visitor->thread, NULL));
}

void await_number(atomic_int *number, int value)
{
	while (atomic_load(number) != value) {
		usleep(200);
	}
}

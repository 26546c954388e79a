/*
 * A library without the kit, for threads to be in.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT atomic_int look_inside;
EXPORT atomic_bool look_leave;
EXPORT atomic_bool look_spin;

/* Stays until it may leave. */
EXPORT __attribute__((noinline)) void *look_stay(void *argument)
{
	atomic_fetch_add(&look_inside, 1);
	while (!atomic_load(&look_leave)) {
		if (!atomic_load(&look_spin)) {
			nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
		}
	}
	atomic_fetch_sub(&look_inside, 1);
	return argument;
}

/* Leaves addresses of its own on the stack. */
EXPORT __attribute__((noinline)) int look_go_deep(int depth)
{
	volatile char room[256];
	room[depth % 256] = 1;
	return depth == 0 ? room[0] : look_go_deep(depth - 1) + room[depth % 256];
}

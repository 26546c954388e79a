/*
 * The kernel's knowledge of the threads of this process. Any thread; nothing is owned.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_KERNEL_THREAD_H
#define RELIB_KERNEL_THREAD_H

#include <stdbool.h>
#include <stdint.h>

struct kernel_thread {
	uint64_t start_time; /* in clock ticks since the machine's start; 0 if unknown */
	char name[16];       /* terminated */
};

/* Returns false, and fills in nothing known, if the kernel has no such thread or shows none. */
bool kernel_thread_read(int64_t tid, struct kernel_thread *thread);

/* When a thread of a known start time began, since the epoch. */
int64_t kernel_thread_started_millis(const struct kernel_thread *thread);

/* Whether the kernel has forgotten the thread with this id and start time (0: any start time). */
bool kernel_thread_gone(int64_t tid, uint64_t start_time);

#endif

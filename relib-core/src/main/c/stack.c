/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "stack.h"

#include <execinfo.h>
#include <pthread.h>
#include <string.h>

/* Frames of this library and of the kit's hook, which come first. */
#define OWN_FRAMES 5

void stack_prepare(void)
{
	void *frame;
	backtrace(&frame, 1);
}

uint64_t relib_rt_stack_left(void)
{
	static _Thread_local uintptr_t low, high; /* looked up once, as that takes system calls */
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);
	pthread_attr_t attributes;
	if (high == 0 && pthread_getattr_np(pthread_self(), &attributes) == 0) {
		void *address;
		size_t size;
		if (pthread_attr_getstack(&attributes, &address, &size) == 0) {
			low = (uintptr_t)address;
			high = low + size;
		}
		pthread_attr_destroy(&attributes);
	}
	return low <= here && here < high ? here - low : UINT64_MAX;
}

__attribute__((noinline)) void stack_capture(const void *hook, uint64_t frames[RELIB_STACK_FRAMES])
{
	void *all[RELIB_STACK_FRAMES + OWN_FRAMES];
	int count = backtrace(all, RELIB_STACK_FRAMES + OWN_FRAMES);
	int first = 0;
	while (first < count && all[first] != hook) {
		first++;
	}
	memset(frames, 0, RELIB_STACK_FRAMES * sizeof(*frames));
	frames[0] = (uintptr_t)hook;
	for (int i = first + 1; i < count && i - first < RELIB_STACK_FRAMES; i++) {
		frames[i - first] = (uintptr_t)all[i];
	}
}

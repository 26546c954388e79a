/*
 * The stack on which an import is called: Java runs on a thread's own, with room for it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

/* The pages that the JVM keeps free below Java frames (96 KiB), and the frames up to the host's implementation. */
#define NEEDED_STACK ((uintptr_t)112 * 1024)

/* The thread's own stack; looked up once, as that takes system calls. high is 0 before, and if it is unknown. */
static _Thread_local struct {
	uintptr_t low;
	uintptr_t high;
} own;

_Thread_local relib_room relib_room_of_thread;

static void look_up(void)
{
	pthread_attr_t attributes;
	void *low;
	size_t size;
	if (pthread_getattr_np(pthread_self(), &attributes) != 0) {
		return;
	}
	if (pthread_attr_getstack(&attributes, &low, &size) == 0) {
		own.low = (uintptr_t)low;
		own.high = own.low + size;
		relib_room_of_thread.lowest = own.low + NEEDED_STACK;
		relib_room_of_thread.size = size > NEEDED_STACK ? size - NEEDED_STACK : 0;
	}
	pthread_attr_destroy(&attributes);
}

bool relib_stack_looked_at(const char *import)
{
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);
	char text[320];
	int len;
	if (own.high == 0) {
		int error = errno;
		look_up();
		errno = error;
	}
	if (own.high == 0 || (here < own.high && here >= own.low + NEEDED_STACK)) {
		return true;
	}
	if (import == NULL) {
		return false;
	}
	if (here >= own.low && here < own.high) {
		len = snprintf(text, sizeof(text),
					   "the import %.100s was called with %zu KiB of the stack left, and Java needs %zu: calls are nested "
					   "too deep, or frames are large; nest less, or call the module on a thread with a larger stack",
					   import, (size_t)(here - own.low) / 1024, (size_t)NEEDED_STACK / 1024);
	} else {
		len = snprintf(text, sizeof(text),
					   "the import %.100s was called on a stack that is not its thread's own, as a coroutine's or a signal "
					   "handler's; Java needs the thread's own: call it outside of the coroutine",
					   import);
	}
	relib_report_panic(text, (size_t)len);
	return false;
}

/*
 * Static objects and what runs at the end of the process.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

struct exit_call {
	void (*function)(int status, void *argument);
	void *argument;
};

static void run_exit_call(void *argument)
{
	const struct exit_call call = *(struct exit_call *)argument;
	REAL(free)(argument);
	call.function(EXIT_SUCCESS, call.argument);
}

/* Registered with the library, as atexit does: the C library's own would be called after the library is unmapped. */
HOOK int on_exit(void (*function)(int status, void *argument), void *argument)
{
	attached();
	struct exit_call *call = REAL(malloc)(sizeof(*call));
	if (call == NULL) {
		return -1;
	}
	*call = (struct exit_call){function, argument};
	int error = __cxa_atexit(run_exit_call, call, &__dso_handle);
	if (error != 0) {
		REAL(free)(call);
	}
	return error;
}

/* Each call is taken off the list before it is made: after one that was given up, the next round makes the rest. */
void relib_module_end_statics(void)
{
	while (!run_destructor(__cxa_finalize, &__dso_handle)) {
	}
}

/* Frees the memory that libstdc++ reserves for exceptions when memory is short. */
void free_emergency_pool(void) __asm__("_ZN9__gnu_cxx9__freeresEv") __attribute__((weak));

/* After all other destructors of the library. A libstdc++ that is shared with others keeps its reserve. */
__attribute__((destructor(101))) static void close_runtime(void)
{
	Dl_info self;
	Dl_info owner;
	void *address;
	void (*function)(void) = free_emergency_pool;
	memcpy(&address, &function, sizeof(address));
	if (function != NULL && dladdr(&attached_ledger, &self) != 0 && dladdr(address, &owner) != 0
		&& self.dli_fbase == owner.dli_fbase) {
		function();
	}
}

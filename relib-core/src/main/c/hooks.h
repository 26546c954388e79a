/*
 * The functions that redirected libraries call in place of the C library's.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_HOOKS_H
#define RELIB_HOOKS_H

#include <stddef.h>

struct redirected;

struct hook {
	const char *symbol;
	void *function;    /* a function pointer; called through a trampoline only */
	void *replaces[2]; /* the functions that libraries may be bound to; NULL: none */
};

/* Complete when this library has been opened. */
extern const struct hook *const hooks;
extern const size_t hook_count;

/* The library that has called a hook on this thread; a trampoline sets it right before. NULL: it is known no more. */
extern _Thread_local const struct redirected *redirected_caller __attribute__((tls_model("initial-exec")));

#endif

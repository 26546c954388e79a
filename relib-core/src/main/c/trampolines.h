/*
 * Pieces of code that lead a library's calls to the hooks, and say whose they are. A hook cannot tell by its return
 * address: a function that does nothing but call another one jumps there, and leaves its caller's.
 *
 * They exist for ever, as a library may have given their addresses away. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_TRAMPOLINES_H
#define RELIB_TRAMPOLINES_H

#include "redirect.h"

/* One for each hook, in their order. */
struct trampolines;

/* For calls of a library, which is the caller's until trampolines_release. NULL if the system gives no memory for code. */
struct trampolines *trampolines_take(const struct redirected *caller);

/* The address that takes a hook's place. */
void *trampoline(const struct trampolines *trampolines, size_t hook);

/* From now on calls are nobody's, and do as the C library does. */
void trampolines_release(struct trampolines *trampolines);

#endif

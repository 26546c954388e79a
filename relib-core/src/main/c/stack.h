/*
 * Stacks of threads that call the hooks. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_STACK_H
#define RELIB_STACK_H

#include "relib_rt.h"

/*
 * Loads the code that unwinds, once. Loading takes the dynamic linker's lock, whose holder may later wait for
 * the thread that unwinds. Precondition of stack_capture.
 */
void stack_prepare(void);

/*
 * Fills in the return addresses from `hook` on, which is one of the calling thread's, innermost first, then 0;
 * `hook` alone if the stack cannot be unwound.
 */
void stack_capture(const void *hook, uint64_t frames[RELIB_STACK_FRAMES]);

#endif

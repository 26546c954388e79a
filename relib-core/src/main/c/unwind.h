/*
 * Unwinds a stack from outside, by the tables that compilers write for exceptions. What is read may be anything, such
 * as the made-up return address at the end of a coroutine's stack: nothing here faults over it, takes a lock or
 * allocates.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UNWIND_H
#define RELIB_UNWIND_H

#include "images.h"

#if defined(__aarch64__)
#define UNWIND_REGISTERS 32 /* x0 to x30, and the stack pointer */
#define UNWIND_STACK 31
#define UNWIND_RETURN 30
#else
#define UNWIND_REGISTERS 17 /* as the tables of x86-64 number them; the last is the return address */
#define UNWIND_STACK 7
#define UNWIND_RETURN 16
#endif

struct registers {
	uintptr_t counter;
	uintptr_t values[UNWIND_REGISTERS];
};

/*
 * Goes to the caller's frame. Returns false, and changes nothing, if there is none or its place is not known: the
 * counter is in code without tables, or the tables say what is not understood here. `innermost`: the counter is where
 * the thread was interrupted, and not behind a call. Any thread; the stack is that of a thread that stands still.
 */
bool unwind_step(const struct image *images, struct registers *registers, bool innermost);

#endif

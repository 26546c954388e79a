/*
 * Reads stacks in place, for addresses of code that somebody will return to. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_SCAN_H
#define RELIB_SCAN_H

#include "rebind.h"

/* Ranges of code that is mapped. */
struct code {
	struct address_range *ranges;
	size_t count;
};

bool code_has(const struct code *code, uintptr_t address);

/*
 * The first address between a stack pointer and the end of its stack to which a call of the code returns; 0 if there
 * is none. A stack that is not the thread's own, such as a coroutine's, is read for 64 KiB, and the thread's own for
 * as much; so is one whose end is unknown, which is 0.
 */
uintptr_t scan_stack(const struct code *code, uintptr_t stack_pointer, uintptr_t stack_end);

/*
 * Whether any address in the ranges is on a stack, be it in use or left from earlier, down from its end to where its
 * memory begins. For a stack whose pointer is unknown.
 */
bool scan_mentions(const struct code *ranges, uintptr_t stack_end);

#endif

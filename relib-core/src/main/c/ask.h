/*
 * Asks a thread, by a signal, what is on its stack.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_ASK_H
#define RELIB_ASK_H

#include "rebind.h"

struct answer {
	bool given;
	bool complete;           /* the stack was unwound to its end: what was not seen is not there */
	uintptr_t found;         /* the innermost frame in the ranges; 0 if none was seen */
	uintptr_t stack_pointer; /* where the thread was */
};

/* Installs the handler of the signal, unless somebody has replaced it. Before a library is opened, which may do so. */
void ask_prepare(void);

/*
 * Interrupts a thread of this process and unwinds its stack there. ranges are lent. given is false if the thread
 * blocks the signal, ends, or is not given a processor within a second. Any thread but the one that is asked, one
 * at a time.
 */
struct answer ask(int64_t tid, const struct address_range *ranges, size_t count);

#endif

/*
 * Asks a thread, by a signal, to stand still, and looks at its stack meanwhile.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_ASK_H
#define RELIB_ASK_H

#include "scan.h"

struct image;

struct answer {
	bool given;
	bool deaf;         /* not given, and never will be: the thread blocks the signal, or somebody else takes it */
	bool complete;     /* the stack was unwound to its end: what was not seen is not there */
	uintptr_t found;   /* the innermost frame in the code; 0 if none was seen */
	uintptr_t scanned; /* if it is not complete, what a scan of the stack has found; 0 if nothing */
};

/* Installs the handler of the signal, unless somebody has replaced it. Before a library is opened, which may do so. */
void ask_prepare(void);

/*
 * Interrupts a thread of this process and looks for the code on its stack. given is false if the thread blocks the
 * signal, ends, or is not given a processor within a second; no thread is held for longer than that. Any thread but
 * the one that is asked, one at a time.
 */
struct answer ask(int64_t tid, const struct image *images, const struct code *code, uintptr_t stack_end);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
#ifndef ZOO_H
#define ZOO_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define VISIBLE __attribute__((visibility("default")))

/* Ends a visit with the line of what went wrong. */
#define CHECK(condition)           \
	do {                           \
		if (!(condition)) {        \
			return __LINE__;       \
		}                          \
	} while (0)

/* Uses the library, and gives back what it took. Any thread, several at the same time. Returns 0, or a line. */
VISIBLE int use(void);

/* Leaves something behind: handles, threads, memory, settings. Called once. Returns 0, or a line. */
VISIBLE int leave(void);

#endif

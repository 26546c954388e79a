/*
 * Redirects calls that one loaded library makes to functions of others.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_REBIND_H
#define RELIB_REBIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Function pointers, all of them; they outlive the library. */
struct rebinding {
	const char *symbol;
	void *from[2]; /* what the library refers to now: either of them, or NULL; both NULL: whatever it is */
	void *to;
};

struct address_range {
	uintptr_t begin;
	uintptr_t end;
};

/*
 * Makes the library that contains address call our functions wherever it refers to these symbols and is bound to the
 * functions that ours replace. Returns how many references were changed; references that it does not make through
 * its tables stay as they are. Preconditions: none of its code runs, nobody else changes the protection of its pages.
 */
size_t rebind(const void *address, const struct rebinding *rebindings, size_t count);

/* Where the library that contains address is mapped; empty if there is none. */
struct address_range library_range(const void *address);

/*
 * Runs the constructors of the library that contains address, if its file was changed so that the loader does not
 * find them: their entries of the dynamic section have these tags.
 */
#define DEFERRED_TAG(tag) (0x6fc0de00 + (tag))
void run_deferred_constructors(const void *address);

/*
 * Runs the destructors of the library that contains address as dlclose would, and has dlclose run none. Precondition:
 * nothing of the library is called any more.
 */
void run_destructors_early(const void *address);

#endif

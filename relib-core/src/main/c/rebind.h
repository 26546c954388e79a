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

struct rebinding {
	const char *symbol;
	void *function; /* a function pointer; outlives the library */
};

struct address_range {
	uintptr_t begin;
	uintptr_t end;
};

/*
 * Makes the library that contains address call our functions wherever it refers to these symbols. Returns
 * how many references were changed; references that it does not make through its tables stay as they are.
 * Preconditions: none of its code runs, nobody else changes the protection of its pages.
 */
size_t rebind(const void *address, const struct rebinding *rebindings, size_t count);

/* Where the library that contains address is mapped; empty if there is none. */
struct address_range library_range(const void *address);

#endif

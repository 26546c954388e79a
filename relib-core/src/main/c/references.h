/*
 * References of libraries to symbols, as the loader has bound them. Any thread; the loader lets no library go meanwhile.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_REFERENCES_H
#define RELIB_REFERENCES_H

#include "rebind.h"

typedef struct relib_reference {
	char library[256]; /* its path; this and the symbol are cut off, terminated */
	char symbol[256];
} relib_reference;

/* Whether a place in a library's data is such a reference, and to which symbol. */
bool reference_at(uintptr_t place, relib_reference *reference);

/* The first reference of another library that is bound to something in the range. Returns false if there is none. */
bool reference_into(struct address_range range, relib_reference *reference);

#endif

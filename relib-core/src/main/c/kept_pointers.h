/*
 * Looks before a dlclose whether a library that stays has kept a pointer to a function of one that would go: a hook, a
 * comparison, functions for memory. It would call what is not there any more.
 *
 * Looked at is the data of libraries (variables, not what the loader has bound), of all but the JVM's and its launcher's,
 * JNA's, the C library's and ours. Of the C library's data, whose lists of functions others take care of, it is the
 * variables that programs may set.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_KEPT_POINTERS_H
#define RELIB_KEPT_POINTERS_H

#include "images.h"
#include "relib_rt.h"

#pragma GCC visibility push(default)

typedef struct relib_kept_pointer {
	uint64_t place;         /* that has it, from where its library begins */
	uint64_t function;      /* from where its library begins */
	uint64_t bytes;         /* how much data was read */
	char holder[256];       /* the path of the library that has the place; this and the rest are cut off, terminated */
	char variable[256];     /* at the place; empty if it has no name that others may use */
	char library[256];      /* the path of the one that has the function */
} relib_kept_pointer;

#pragma GCC visibility pop

/*
 * Looks for one. Precondition: the images that go are marked. Returns false if there is none; then of what is found
 * only `bytes` is set. One thread at a time.
 */
bool kept_pointers_find(const struct image *images, relib_kept_pointer *found);

/* Runs the destructors of the images that go, as dlclose would: they may take pointers back. */
void kept_pointers_end(struct image *images);

#endif

/*
 * The tables that a library has for unwinding (.eh_frame), read by copying them: the library may go meanwhile. Any
 * thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_FRAME_TABLES_H
#define RELIB_FRAME_TABLES_H

#include "images.h"

#define LONGEST_ENTRY 8192

/* A piece of a table that was copied. */
struct bytes {
	const unsigned char *at;
	const unsigned char *end;
	uintptr_t moved; /* from the copy's addresses to those that the table was at */
	bool failed;
};

/* What the tables say of one function. */
struct entry {
	struct bytes initial;
	struct bytes program;
	uint64_t code_unit;
	int64_t data_unit;
	uintptr_t begin;
	uintptr_t end;
};

/* Where the entry is copied to. */
struct room {
	unsigned char entry[LONGEST_ENTRY];
	unsigned char shared[LONGEST_ENTRY];
};

/* Past the end they return 0, and the piece has failed. */
uint64_t take(struct bytes *bytes, size_t size);
uint64_t take_unsigned(struct bytes *bytes);
int64_t take_signed(struct bytes *bytes);
void skip(struct bytes *bytes, uint64_t size);

/*
 * Finds the entry of the function that has the address. Returns false if there is none, or it is not understood. The
 * entry refers to the room. `return_register`: what return addresses must be in.
 */
bool read_entry(struct entry *entry, struct room *room, const struct image *image, uintptr_t counter,
				uint64_t return_register);

#endif

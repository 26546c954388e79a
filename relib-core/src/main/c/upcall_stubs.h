/*
 * Functions of any shape that native code may call, as many as will ever be needed. Each passes its number on, and what
 * its caller has passed. They are code of this library: no memory is made executable for them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UPCALL_STUBS_H
#define RELIB_UPCALL_STUBS_H

#include <stdint.h>

#define UPCALL_STUBS 8192

/* What a caller has passed. Java code knows the distances. */
struct upcall_frame {
	uint64_t unused;
	uint8_t done; /* Java code sets it when it has not thrown */
	uint8_t unused_too[7];
	uint64_t words[8];  /* x86-64 has six */
	uint64_t floats[8]; /* the lower half of each register */
	uint64_t frame_pointer;
	uint64_t return_address;
	uint64_t stack[]; /* arguments */
};

/* The address of a function; 0 on machines without. */
uintptr_t upcall_stub(uint32_t index);

/*
 * Called by all of them, on any thread. What it returns goes into the register of integers and into that of floats.
 * Hidden, and defined elsewhere.
 */
uint64_t upcall_run(struct upcall_frame *frame, uint32_t index);

#endif

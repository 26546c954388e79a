/*
 * Whether a block that malloc has given out is with malloc again. Seen in what the C library's own malloc keeps beside
 * its blocks and in those that are free; where another malloc has taken its place, nothing is seen.
 *
 * Any thread, on its own view. Nothing here faults over a block that is unmapped.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_FREE_BLOCKS_H
#define RELIB_FREE_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>

struct heap_view;

/* Zeros that malloc has no part in: what it would give out could be a block that is to be looked at. NULL: none. */
void *page_memory(size_t size);
void page_memory_free(void *memory, size_t size);

/* NULL: nothing can be seen, or memory is short. The caller owns it. */
struct heap_view *heap_view_open(void);

void heap_view_close(struct heap_view *view);

/*
 * True: it is free, or has become a part of something else. Size: what malloc was asked for, at least. False for a
 * block in use, for one that others have been given since as it is, and for a small one in a list of such, as the C
 * library keeps those of up to 120 bytes.
 */
bool is_free_block(struct heap_view *view, const void *block, size_t size);

#endif

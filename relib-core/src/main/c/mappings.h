/*
 * The memory that modules have mapped and not unmapped: disjoint ranges, in the order of addresses. One table for
 * all, as a mapping replaces older ones, whichever module has mapped them. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MAPPINGS_H
#define RELIB_MAPPINGS_H

#include "relib_rt.h"

/* As relib_host's `mapped`. The ledger's module owns the memory. */
void mappings_add(const relib_ledger *ledger, void *address, size_t length, const void *origin);

/* Forgets a range, whichever module has mapped it. Returns whether any of it was known. */
bool mappings_remove(void *address, size_t length);

/* As relib_rt_mappings and relib_rt_unmap. */
size_t mappings_list(const relib_ledger *ledger, relib_mapping_info *mappings, size_t capacity);
size_t mappings_unmap_all(const relib_ledger *ledger);

/* Forgets the module's mappings, and unmaps none. */
void mappings_forget(const relib_ledger *ledger);

#endif

/*
 * The descriptors that modules have opened and not closed. One table for all, as descriptors are the process's:
 * a module that closes a descriptor of another one is understood. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_DESCRIPTORS_H
#define RELIB_DESCRIPTORS_H

#include "relib_rt.h"

/* As relib_host's `descriptor_opened`. The ledger's module owns the descriptor; the holder stays its owner's. */
void descriptors_opened(const relib_ledger *ledger, int fd, relib_holder kind, void *holder, const void *origin);

/* Forgets descriptors, whichever module has opened them. Returns whether any was known. */
bool descriptors_closing(unsigned first, unsigned last);

/* As relib_rt_descriptors and relib_rt_close_descriptors. */
size_t descriptors_list(const relib_ledger *ledger, relib_descriptor_info *descriptors, size_t capacity);
size_t descriptors_close_all(const relib_ledger *ledger);

/* Forgets the module's descriptors, and closes none. */
void descriptors_forget(const relib_ledger *ledger);

#endif

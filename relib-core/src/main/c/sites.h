/*
 * The stacks that have made a module's live allocations, of a sample of them. Any thread, unless a function says
 * otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_SITES_H
#define RELIB_SITES_H

#include "relib_rt.h"

struct sites;

/*
 * Sites that keep the stack of every nth allocation of a thread; n is above 0. The caller owns them, until
 * sites_close. NULL when memory is short. The ledger outlives them.
 */
struct sites *sites_open(relib_ledger *ledger, uint64_t every);

/*
 * In place of allocations_add and allocations_remove, which they call. hook is the return address of the hook's
 * call, or of a function that it calls.
 */
void sites_add(struct sites *sites, void *ptr, size_t size, const void *hook);
size_t sites_remove(struct sites *sites, void *ptr);

/* As relib_rt_sites. */
size_t sites_list(struct sites *sites, relib_site *found, size_t capacity);

/* Forgets all stacks. Precondition: nothing allocates. sites may be NULL. */
void sites_clear(struct sites *sites);

/* Frees them. Precondition: nothing uses them any more. sites may be NULL. */
void sites_close(struct sites *sites);

#endif

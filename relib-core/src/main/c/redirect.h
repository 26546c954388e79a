/*
 * Libraries whose tables lead to our hooks: what they do counts in a ledger, as if they were built with the kit. Any
 * thread, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_REDIRECT_H
#define RELIB_REDIRECT_H

#include "rebind.h"
#include "relib_rt.h"

struct trampolines;

struct redirected {
	relib_host host;      /* first: the hooks take it for their host */
	relib_ledger *ledger; /* which outlives this */
	const void *address;  /* in the library */
	struct address_range range;
	struct trampolines *trampolines;
	struct redirected *next_of_ledger;
	struct redirected *next; /* in a list of all */
};

/*
 * Redirects the library that contains address. The ledger owns what is returned, in its list; NULL if memory is short,
 * and then nothing of the library is seen. Precondition: none of its code runs.
 */
struct redirected *redirect(relib_ledger *ledger, const void *address);

/* Has the library, which stays, call the C library again. */
void redirect_undo(struct redirected *redirected);

/* Forgets all that the ledger has redirected. Precondition: those libraries are unmapped, or redirect_undo was called. */
void redirect_close(relib_ledger *ledger);

/* Whether an other module with the kit has got this memory. Those without it may have passed on what they are said to have. */
bool redirected_kit_has(const relib_ledger *ledger, const void *ptr);

/* Whether an address lies in a redirected library that is no part of a module with the kit. */
bool redirected_without_kit(uintptr_t address);

/*
 * What stands in for a function in the library that is calling, as dlsym and dlvsym would find the function. NULL: no
 * hook does.
 */
void *redirected_symbol(void *handle, const char *symbol);

#endif

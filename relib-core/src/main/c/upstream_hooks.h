/*
 * What upstream's runtime in a module does not tell: its threads until the kernel has forgotten them, and
 * what it writes when it panics.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UPSTREAM_HOOKS_H
#define RELIB_UPSTREAM_HOOKS_H

#include "ledger.h"
#include "rebind.h"

/* A library whose calls are redirected, in a list of all. */
struct hooked_library {
	relib_ledger *ledger;
	struct address_range range;
	struct hooked_library *next;
};

/*
 * Redirects the calls of the library that contains address. library is the caller's, until
 * upstream_hooks_close. Precondition: none of the library's code runs.
 */
void upstream_hooks_open(struct hooked_library *library, relib_ledger *ledger, const void *address);

/* Precondition: the library is unmapped, or was never opened. */
void upstream_hooks_close(struct hooked_library *library);

#endif

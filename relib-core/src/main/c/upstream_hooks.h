/*
 * Functions that a module built with upstream's crates calls in place of the C library's, since upstream's runtime
 * does not tell of everything: of threads until the kernel has forgotten them, of texts that it writes when it
 * panics. The functions know the module by the address that they return to. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UPSTREAM_HOOKS_H
#define RELIB_UPSTREAM_HOOKS_H

#include "rebind.h"
#include "ledger.h"

/* A library whose calls are redirected, in a list of all. */
struct hooked_library {
	relib_ledger *ledger; /* of the library */
	struct address_range range;
	struct hooked_library *next;
};

/*
 * Redirects the calls of the library that contains address. The caller owns library and ledger, until
 * upstream_hooks_close. Precondition: none of the library's code runs.
 */
void upstream_hooks_open(struct hooked_library *library, relib_ledger *ledger, const void *address);

/* The ledger of the redirected library that has an address, and the library's range; NULL if none has it. */
const relib_ledger *upstream_hooks_ledger_at(const void *address, struct address_range *range);

/* Precondition: the library is unmapped, or was never opened. */
void upstream_hooks_close(struct hooked_library *library);

#endif

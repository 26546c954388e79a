/*
 * Requests of modules that the C library works on with threads of its own (aio, getaddrinfo_a), and which lie in memory
 * of the module.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_REQUESTS_H
#define RELIB_REQUESTS_H

#include "relib_rt.h"

struct requests_left {
	size_t ended;   /* cancelled, or waited for */
	size_t running; /* the C library writes to them later: their library stays */
};

/*
 * Ends the ledger's requests, and keeps its library in the process if one of them does not end in a second. Owner
 * thread, right before dlclose. Precondition: the lock of callback_list.h is held; it is let go meanwhile.
 */
struct requests_left requests_end(const relib_ledger *ledger);

#endif

/*
 * Streams with functions of modules (fopencookie). Precondition of both functions: the lock of callback_list.h is held;
 * it is let go meanwhile.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_COOKIE_STREAMS_H
#define RELIB_COOKIE_STREAMS_H

#include "relib_rt.h"

/* Writes what the ledger's streams hold, and returns how many there are. Right before dlclose. */
size_t streams_flush(const relib_ledger *ledger);

/* Closes them. Precondition: the module's library is unmapped. */
void streams_close(const relib_ledger *ledger);

#endif

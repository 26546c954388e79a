/*
 * The functions that this host offers to modules.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_HOST_TABLE_H
#define RELIB_HOST_TABLE_H

#include "relib_rt.h"

/* The table for modules with this ledger. Lives for ever. Any thread. Precondition: the ledger has its sites, if any. */
const relib_host *host_table_for(const relib_ledger *ledger);

#endif

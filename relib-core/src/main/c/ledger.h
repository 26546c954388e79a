/*
 * A module's ledger: everything that is kept about one module.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LEDGER_H
#define RELIB_LEDGER_H

#include "allocations.h"
#include "log.h"
#include "signals.h"
#include "sites.h"
#include "thread_records.h"
#include "module_threads.h"

struct relib_ledger {
	struct allocations allocations; /* first, for allocations_add */
	struct threads threads;
	struct thread_locals locals;
	struct signals signals;
	struct sites *sites;       /* NULL: off */
	struct redirected *redirected;
	bool has_kit;
	const void *handle;        /* of its library, once what that has brought is redirected; else NULL */
	atomic_bool leaves;        /* its library is being closed, or is gone */
	void (*end_statics)(void); /* the kit's; NULL: it has none */
	bool leaves_allocations;   /* none is known */
	struct log_source log;
	char name[]; /* terminated */
};

_Static_assert(offsetof(struct relib_ledger, allocations) == 0, "allocations_add takes the ledger for its allocations");

#endif

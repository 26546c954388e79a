/*
 * The destructors of a module's thread-locals.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

void relib_rt_destructors(relib_ledger *ledger, relib_destructors *destructors)
{
	(void)ledger;
	*destructors = (relib_destructors){0};
}

size_t relib_rt_keys(relib_ledger *ledger)
{
	(void)ledger;
	return 0;
}

int relib_rt_run_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	(void)ledger;
	(void)timeout_millis;
	return 0;
}

int relib_rt_abandon_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	(void)ledger;
	(void)timeout_millis;
	return 0;
}

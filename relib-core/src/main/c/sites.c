/*
 * The stacks that have made a module's live allocations.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <dlfcn.h>

void relib_rt_sample_sites(relib_ledger *ledger, uint64_t every)
{
	(void)ledger;
	(void)every;
}

size_t relib_rt_sites(relib_ledger *ledger, relib_site *sites, size_t capacity)
{
	(void)ledger;
	(void)sites;
	(void)capacity;
	return 0;
}

uint64_t relib_rt_module_base(uint64_t address)
{
	Dl_info info;
	return dladdr((void *)(uintptr_t)address, &info) != 0 ? (uintptr_t)info.dli_fbase : 0;
}

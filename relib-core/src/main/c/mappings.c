/*
 * The memory that modules have mapped.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

size_t relib_rt_mappings(relib_ledger *ledger, relib_mapping_info *mappings, size_t capacity)
{
	(void)ledger;
	(void)mappings;
	(void)capacity;
	return 0;
}

size_t relib_rt_unmap(relib_ledger *ledger)
{
	(void)ledger;
	return 0;
}

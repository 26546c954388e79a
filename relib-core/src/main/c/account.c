/*
 * A ledger's account, as relib_rt.h offers it to the host.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "descriptors.h"
#include "destructors.h"
#include "keys.h"
#include "ledger.h"
#include "mappings.h"

void relib_rt_usage(relib_ledger *ledger, relib_usage *usage)
{
	allocations_usage(&ledger->allocations, usage);
}

uint64_t relib_rt_free_leaks(relib_ledger *ledger, relib_usage *usage)
{
	allocations_usage(&ledger->allocations, usage);
	if (usage->foreign_frees > 0) {
		return 0;
	}
	allocations_free_all(&ledger->allocations);
	sites_clear(ledger->sites);
	return usage->live_count;
}

size_t relib_rt_sites(relib_ledger *ledger, relib_site *sites, size_t capacity)
{
	return ledger->sites != NULL ? sites_list(ledger->sites, sites, capacity) : 0;
}

size_t relib_rt_threads(relib_ledger *ledger, relib_thread_info *threads, size_t capacity)
{
	return threads_list(&ledger->threads, threads, capacity);
}

size_t relib_rt_join_ended(relib_ledger *ledger)
{
	return threads_join_ended(&ledger->threads);
}

size_t relib_rt_descriptors(relib_ledger *ledger, relib_descriptor_info *descriptors, size_t capacity)
{
	return descriptors_list(ledger, descriptors, capacity);
}

size_t relib_rt_close_descriptors(relib_ledger *ledger)
{
	return descriptors_close_all(ledger);
}

size_t relib_rt_mappings(relib_ledger *ledger, relib_mapping_info *mappings, size_t capacity)
{
	return mappings_list(ledger, mappings, capacity);
}

size_t relib_rt_unmap(relib_ledger *ledger)
{
	return mappings_unmap_all(ledger);
}

size_t relib_rt_keys(relib_ledger *ledger)
{
	return keys_count(&ledger->locals);
}

void relib_rt_destructors(relib_ledger *ledger, relib_destructors *destructors)
{
	destructors_count(&ledger->locals, destructors);
	destructors->keys = keys_count(&ledger->locals);
}

int relib_rt_run_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	return destructors_settle(&ledger->locals, timeout_millis, true);
}

int relib_rt_abandon_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	return destructors_settle(&ledger->locals, timeout_millis, false);
}

void relib_rt_log_to(relib_ledger *ledger, relib_log_function function)
{
	log_to(ledger != NULL ? &ledger->log : NULL, function);
}

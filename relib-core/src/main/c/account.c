/*
 * A ledger's account, as relib_rt.h offers it to the host.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dependencies.h"
#include "descriptors.h"
#include "destructors.h"
#include "free_blocks.h"
#include "keys.h"
#include "ledger.h"
#include "mappings.h"
#include "redirect.h"

/* Of a module and the libraries that are parts of it. */
void relib_rt_usage(relib_ledger *ledger, relib_usage *usage)
{
	struct parts parts = dependencies_of(ledger);
	allocations_usage(&ledger->allocations, usage);
	for (size_t i = 1; i < parts.count; i++) {
		relib_usage more;
		allocations_usage(&parts.ledgers[i]->allocations, &more);
		usage->live_count += more.live_count;
		usage->live_bytes += more.live_bytes;
		usage->total_count += more.total_count;
	}
}

static bool is_anothers(struct heap_view *view, const relib_ledger *ledger, const struct allocation *allocation)
{
	return redirected_kit_has(ledger, allocation->ptr) ||
		   (view != NULL && is_free_block(view, allocation->ptr, allocation->size));
}

/* False: one of these allocations is not the module's any more, or memory is too short to look at them. */
static bool owns_its_allocations(relib_ledger *ledger, uint64_t live_count)
{
	size_t size = live_count * sizeof(struct allocation);
	struct allocation *list = page_memory(size);
	struct heap_view *view = heap_view_open();
	size_t count = list != NULL ? allocations_list(&ledger->allocations, list, live_count) : 0;
	size_t own = 0;
	while (own < count && !is_anothers(view, ledger, &list[own])) {
		own++;
	}
	bool owns = list != NULL && own == count;
	heap_view_close(view);
	page_memory_free(list, size);
	if (own < count) {
		allocations_count_foreign_free(&ledger->allocations);
	}
	return owns;
}

/* Libraries that were never told of a host may have given their memory away: it stays. */
uint64_t relib_rt_free_leaks(relib_ledger *ledger, relib_usage *usage)
{
	relib_rt_usage(ledger, usage);
	if (usage->foreign_frees > 0) {
		return 0;
	}
	relib_usage own;
	allocations_usage(&ledger->allocations, &own);
	if (own.live_count > 0 && !owns_its_allocations(ledger, own.live_count)) {
		relib_rt_usage(ledger, usage);
		return 0;
	}
	allocations_free_all(&ledger->allocations);
	sites_clear(ledger->sites);
	return own.live_count;
}

size_t relib_rt_sites(relib_ledger *ledger, relib_site *sites, size_t capacity)
{
	return ledger->sites != NULL ? sites_list(ledger->sites, sites, capacity) : 0;
}

/* Lists what the module and its parts have: one list behind the other. */
#define LIST_ALL(list, entries, capacity)                                                              \
	struct parts parts = dependencies_of(ledger);                                                      \
	size_t count = 0;                                                                                  \
	for (size_t i = 0; i < parts.count; i++) {                                                         \
		size_t room = count < (capacity) ? (capacity) - count : 0;                                     \
		count += list(parts.ledgers[i], (entries) + (count < (capacity) ? count : 0), room);           \
	}                                                                                                  \
	return count

/* Does the same for the module and its parts, and adds the results up. */
#define SUM_ALL(result, function)                                                                      \
	struct parts parts = dependencies_of(ledger);                                                      \
	result sum = 0;                                                                                    \
	for (size_t i = 0; i < parts.count; i++) {                                                         \
		sum += function(parts.ledgers[i]);                                                             \
	}                                                                                                  \
	return sum

uint64_t relib_rt_part_at(relib_ledger *ledger, uint64_t address, char *path, size_t capacity)
{
	return dependencies_at(ledger, address, path, capacity);
}

static size_t threads_of(relib_ledger *ledger, relib_thread_info *threads, size_t capacity)
{
	return threads_list(&ledger->threads, threads, capacity);
}

size_t relib_rt_threads(relib_ledger *ledger, relib_thread_info *threads, size_t capacity)
{
	LIST_ALL(threads_of, threads, capacity);
}

static size_t join_ended(relib_ledger *ledger)
{
	return threads_join_ended(&ledger->threads);
}

size_t relib_rt_join_ended(relib_ledger *ledger)
{
	SUM_ALL(size_t, join_ended);
}

size_t relib_rt_descriptors(relib_ledger *ledger, relib_descriptor_info *descriptors, size_t capacity)
{
	LIST_ALL(descriptors_list, descriptors, capacity);
}

size_t relib_rt_close_descriptors(relib_ledger *ledger)
{
	SUM_ALL(size_t, descriptors_close_all);
}

size_t relib_rt_mappings(relib_ledger *ledger, relib_mapping_info *mappings, size_t capacity)
{
	LIST_ALL(mappings_list, mappings, capacity);
}

size_t relib_rt_unmap(relib_ledger *ledger)
{
	return mappings_unmap_all(ledger);
}

static size_t keys_of(relib_ledger *ledger)
{
	return keys_count(&ledger->locals);
}

size_t relib_rt_keys(relib_ledger *ledger)
{
	SUM_ALL(size_t, keys_of);
}

void relib_rt_destructors(relib_ledger *ledger, relib_destructors *destructors)
{
	struct parts parts = dependencies_of(ledger);
	*destructors = (relib_destructors){0};
	for (size_t i = 0; i < parts.count; i++) {
		relib_destructors more;
		destructors_count(&parts.ledgers[i]->locals, &more);
		destructors->pending += more.pending;
		destructors->run += more.run;
		destructors->abandoned += more.abandoned;
		destructors->running += more.running;
		destructors->keys += keys_of(parts.ledgers[i]);
	}
}

/* The module's first, as they may use its parts. */
static int settle(relib_ledger *ledger, uint64_t timeout_millis, bool runs)
{
	dependencies_adopt_keys(ledger);
	struct parts parts = dependencies_end(ledger);
	int error = 0;
	for (size_t i = 0; i < parts.count && error == 0; i++) {
		error = destructors_settle(&parts.ledgers[i]->locals, timeout_millis, runs);
	}
	return error;
}

int relib_rt_run_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	return settle(ledger, timeout_millis, true);
}

int relib_rt_abandon_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	return settle(ledger, timeout_millis, false);
}

void relib_rt_log_to(relib_ledger *ledger, relib_log_function function)
{
	log_to(ledger != NULL ? &ledger->log : NULL, function);
}

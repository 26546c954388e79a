/*
 * The allocations of a module built with upstream's crates, and its start and end.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "upstream.h"

#include "ledger.h"
#include "upstream_hooks.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define MIN_CAPACITY 256

/* Open addressing, at most half full; a free place has no pointer. */
struct table {
	relib_upstream_allocation *places;
	size_t capacity; /* 0 or a power of two */
	size_t count;
};

struct relib_upstream {
	pthread_mutex_t lock; /* taken inside the module's own allocator locks: nothing of it is called under it */
	struct table table;
	struct table own; /* of the module's runtime, allocated while it starts */
	uint64_t live_bytes;
	uint64_t total_count;
	bool counts; /* its runtime tells of allocations, and the host wants to know */
	relib_upstream_symbols symbols;
	relib_ledger *ledger;
	struct hooked_library hooked;
};

static size_t home_of(const struct table *table, const void *ptr)
{
	return (size_t)(((uint64_t)(uintptr_t)ptr >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (table->capacity - 1);
}

/* The place of ptr, or the free one where it belongs. Precondition: the table has a free place. */
static relib_upstream_allocation *find(const struct table *table, const void *ptr)
{
	size_t place = home_of(table, ptr);
	while (table->places[place].ptr != NULL && table->places[place].ptr != ptr) {
		place = (place + 1) & (table->capacity - 1);
	}
	return &table->places[place];
}

static bool contains(const struct table *table, const void *ptr)
{
	return table->capacity != 0 && find(table, ptr)->ptr != NULL;
}

static bool has_room(struct table *table)
{
	if (2 * table->count < table->capacity) {
		return true;
	}
	struct table larger = {.capacity = table->capacity == 0 ? MIN_CAPACITY : 2 * table->capacity, .count = table->count};
	larger.places = calloc(larger.capacity, sizeof(*larger.places));
	if (larger.places == NULL) {
		return table->count + 1 < table->capacity;
	}
	for (size_t i = 0; i < table->capacity; i++) {
		if (table->places[i].ptr != NULL) {
			*find(&larger, table->places[i].ptr) = table->places[i];
		}
	}
	free(table->places);
	*table = larger;
	return true;
}

/* Where memory is short, the allocation is not tracked. Returns by how much the live bytes grow. */
static uint64_t put(struct table *table, relib_upstream_allocation allocation)
{
	if (allocation.ptr == NULL || !has_room(table)) {
		return 0;
	}
	relib_upstream_allocation *place = find(table, allocation.ptr);
	uint64_t replaced = place->ptr == NULL ? 0 : place->layout.size;
	table->count += place->ptr == NULL;
	*place = allocation;
	return allocation.layout.size - replaced;
}

/* Removes an entry, and moves back entries that a search would not find behind the hole. Returns its size. */
static uint64_t take(struct table *table, const void *ptr)
{
	if (!contains(table, ptr)) {
		return 0;
	}
	size_t hole = (size_t)(find(table, ptr) - table->places);
	uint64_t size = table->places[hole].layout.size;
	size_t mask = table->capacity - 1;
	for (size_t next = (hole + 1) & mask; table->places[next].ptr != NULL; next = (next + 1) & mask) {
		size_t home = home_of(table, table->places[next].ptr);
		if (((next - home) & mask) >= ((next - hole) & mask)) {
			table->places[hole] = table->places[next];
			hole = next;
		}
	}
	table->places[hole].ptr = NULL;
	table->count--;
	return size;
}

static relib_upstream *of(uint64_t module)
{
	return (relib_upstream *)(uintptr_t)module;
}

/* Only called while the module's runtime starts, by the thread that starts it. */
static void on_alloc(uint64_t module, void *ptr, relib_upstream_layout layout)
{
	relib_upstream *upstream = of(module);
	pthread_mutex_lock(&upstream->lock);
	put(&upstream->own, (relib_upstream_allocation){ptr, layout});
	pthread_mutex_unlock(&upstream->lock);
}

static void on_cached_allocs(uint64_t module, relib_upstream_operations operations)
{
	relib_upstream *upstream = of(module);
	pthread_mutex_lock(&upstream->lock);
	for (size_t i = 0; i < operations.len; i++) {
		const relib_upstream_operation *operation = &operations.ptr[i];
		if (operation->released == 0 && !upstream->ledger->leaves_allocations) {
			upstream->total_count++;
			upstream->live_bytes += put(&upstream->table, operation->allocation);
		} else if (operation->released != 0) {
			upstream->live_bytes -= take(&upstream->table, operation->allocation.ptr);
			take(&upstream->own, operation->allocation.ptr);
		}
	}
	pthread_mutex_unlock(&upstream->lock);
}

static bool is_ptr_allocated(uint64_t module, void *ptr)
{
	relib_upstream *upstream = of(module);
	pthread_mutex_lock(&upstream->lock);
	bool allocated = upstream->ledger->leaves_allocations || contains(&upstream->table, ptr) ||
					 contains(&upstream->own, ptr);
	pthread_mutex_unlock(&upstream->lock);
	return allocated;
}

/* The module cannot go on: its own invariants are broken. */
__attribute__((noreturn)) static void unrecoverable(uint64_t module, relib_str message)
{
	fprintf(stderr, "relib: module '%s' can not go on: %.*s\n", of(module)->ledger->name, (int)message.len, message.ptr);
	abort();
}

relib_upstream *relib_rt_upstream_open(relib_ledger *ledger)
{
	relib_upstream *upstream = calloc(1, sizeof(*upstream));
	if (upstream != NULL) {
		pthread_mutex_init(&upstream->lock, NULL);
		upstream->ledger = ledger;
	}
	return upstream;
}

void relib_rt_upstream_watch(relib_upstream *upstream, const void *address)
{
	signals_attach(&upstream->ledger->signals, address, &upstream->ledger->log);
	upstream_hooks_open(&upstream->hooked, upstream->ledger, address);
}

void relib_rt_upstream_attach(relib_upstream *upstream, const relib_upstream_symbols *symbols)
{
	upstream->symbols = *symbols;
	*symbols->on_alloc = on_alloc;
	*symbols->on_cached_allocs = on_cached_allocs;
	*symbols->unrecoverable = unrecoverable;
	*symbols->is_ptr_allocated = is_ptr_allocated;
	/* Told that nobody listens, it would deadlock: its cache has room for what it tells only if it has told of that. */
	symbols->init((uintptr_t)pthread_self(), (uintptr_t)upstream, true);
	upstream->counts = upstream->own.count != 0 && !upstream->ledger->leaves_allocations;
}

bool relib_rt_upstream_counts(const relib_upstream *upstream)
{
	return upstream->counts;
}

uint64_t relib_rt_upstream_threads(relib_upstream *upstream)
{
	return upstream->symbols.spawned_threads_count();
}

void relib_rt_upstream_usage(relib_upstream *upstream, relib_usage *usage)
{
	pthread_mutex_lock(&upstream->lock);
	*usage = (relib_usage){
		.live_count = upstream->table.count,
		.live_bytes = upstream->live_bytes,
		.total_count = upstream->total_count,
	};
	pthread_mutex_unlock(&upstream->lock);
}

/* Names the allocations, which the module's runtime frees for us. Returns how many. */
static size_t list(const struct table *table, relib_upstream_allocation *allocations)
{
	size_t count = 0;
	for (size_t i = 0; i < table->capacity; i++) {
		if (table->places[i].ptr != NULL) {
			allocations[count++] = table->places[i];
		}
	}
	return count;
}

void relib_rt_upstream_exit(relib_upstream *upstream, relib_usage *leaks)
{
	upstream->symbols.lock_module_allocator();
	upstream->symbols.run_thread_local_dtors();
	upstream->symbols.misc_cleanup();
	upstream->symbols.take_cached_allocs_before_exit();
	relib_rt_upstream_usage(upstream, leaks);
	relib_upstream_allocation *leaked = calloc(upstream->table.count + upstream->own.count + 1, sizeof(*leaked));
	if (leaked != NULL) {
		size_t count = list(&upstream->table, leaked);
		count += list(&upstream->own, leaked + count);
		upstream->symbols.exit((relib_upstream_allocations){leaked, count});
		free(leaked);
	}
}

void relib_rt_upstream_close(relib_upstream *upstream)
{
	upstream_hooks_close(&upstream->hooked);
	pthread_mutex_destroy(&upstream->lock);
	free(upstream->table.places);
	free(upstream->own.places);
	free(upstream);
}

/*
 * The allocations of a module: open addressing in shards, each behind a lock held for a few loads.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <unistd.h>

#define MIN_CAPACITY 64

/* Up to here (1 MiB) a table is at most a quarter full, above half: longer probes cost more than memory. */
#define SPARSE_CAPACITY 65536

/* Out of line, so that the usual path saves no registers. */
#define RARE __attribute__((noinline, cold))

static bool try_lock(struct shard *shard)
{
	return !atomic_exchange_explicit(&shard->locked, true, memory_order_acquire);
}

/*
 * False in a child of fork whose parent's other thread had the lock then: there nobody lets it go, and the
 * table may be half changed.
 */
RARE static bool lock(const relib_ledger *ledger, struct shard *shard)
{
	while (!try_lock(shard)) {
		if (ledger->process != getpid()) {
			return false;
		}
		for (int spins = 0; spins < 64 && atomic_load_explicit(&shard->locked, memory_order_relaxed); spins++) {
		}
		if (atomic_load_explicit(&shard->locked, memory_order_relaxed)) {
			sched_yield();
		}
	}
	return true;
}

static void unlock(struct shard *shard)
{
	atomic_store_explicit(&shard->locked, false, memory_order_release);
}

static struct shard *shard_of(relib_ledger *ledger, const void *ptr)
{
	return &ledger->shards[((uintptr_t)ptr >> SHARD_SHIFT) % SHARD_COUNT];
}

static size_t home_of(const struct shard *shard, const void *ptr)
{
	return (size_t)(((uint64_t)(uintptr_t)ptr >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> shard->hash_shift);
}

/* The place of ptr, or the free one where it belongs. Precondition: the table has a free place. */
static struct allocation *find(const struct shard *shard, const void *ptr)
{
	size_t place = home_of(shard, ptr);
	while (shard->table[place].ptr != NULL && shard->table[place].ptr != ptr) {
		place = (place + 1) & (shard->capacity - 1);
	}
	return &shard->table[place];
}

/* Moves the table. False, and nothing is changed, if memory is short. Leaves errno alone. */
RARE static bool resize(struct shard *shard, size_t capacity)
{
	int error = errno;
	struct shard resized = {
		.table = calloc(capacity, sizeof(struct allocation)),
		.capacity = capacity,
		.hash_shift = 64 - __builtin_ctzll(capacity),
	};
	errno = error;
	if (resized.table == NULL) {
		return false;
	}
	for (size_t i = 0; i < shard->capacity; i++) {
		if (shard->table[i].ptr != NULL) {
			*find(&resized, shard->table[i].ptr) = shard->table[i];
		}
	}
	free(shard->table);
	shard->table = resized.table;
	shard->capacity = resized.capacity;
	shard->hash_shift = resized.hash_shift;
	shard->grow_at = capacity <= SPARSE_CAPACITY ? capacity / 4 : capacity / 2;
	shard->shrink_below = capacity > 16 * MIN_CAPACITY ? capacity / 16 : 0;
	return true;
}

/* Where memory is too short to grow, the table fills up to 7/8. */
static bool make_room(struct shard *shard)
{
	return shard->live_count < shard->grow_at
		   || resize(shard, shard->capacity == 0 ? MIN_CAPACITY : shard->capacity * 2)
		   || shard->live_count < shard->capacity / 8 * 7;
}

static void put(struct shard *shard, void *ptr, size_t size)
{
	struct allocation *place = find(shard, ptr);
	if (place->ptr == NULL) {
		shard->live_count++;
	} else { /* the allocator gave it out again, so something else has freed it */
		shard->foreign_frees++;
		shard->live_bytes -= place->size;
	}
	place->ptr = ptr;
	place->size = size;
	shard->live_bytes += size;
}

RARE static void add_slowly(const relib_ledger *ledger, struct shard *shard, void *ptr, size_t size)
{
	if (lock(ledger, shard)) {
		shard->total_count++;
		if (make_room(shard)) {
			put(shard, ptr, size);
		}
		unlock(shard);
	}
}

void allocations_add(relib_ledger *ledger, void *ptr, size_t size)
{
	struct shard *shard = shard_of(ledger, ptr);
	if (!try_lock(shard)) {
		add_slowly(ledger, shard, ptr, size);
	} else if (shard->live_count >= shard->grow_at) {
		unlock(shard);
		add_slowly(ledger, shard, ptr, size);
	} else {
		shard->total_count++;
		put(shard, ptr, size);
		unlock(shard);
	}
}

/* Fills the hole with the next entry that may stand there, and the hole that this one leaves, and so on. */
static inline void close_hole(struct shard *shard, size_t hole)
{
	size_t mask = shard->capacity - 1;
	for (size_t next = (hole + 1) & mask; shard->table[next].ptr != NULL; next = (next + 1) & mask) {
		size_t distance = (next - home_of(shard, shard->table[next].ptr)) & mask;
		if (distance >= ((next - hole) & mask)) {
			shard->table[hole] = shard->table[next];
			hole = next;
		}
	}
	shard->table[hole].ptr = NULL;
}

static inline size_t take(struct shard *shard, const void *ptr)
{
	struct allocation *place = shard->table == NULL ? NULL : find(shard, ptr);
	if (place == NULL || place->ptr == NULL) {
		return RELIB_UNTRACKED;
	}
	size_t size = place->size;
	shard->live_count--;
	shard->live_bytes -= size;
	close_hole(shard, (size_t)(place - shard->table));
	return size;
}

RARE static size_t remove_slowly(const relib_ledger *ledger, struct shard *shard, const void *ptr)
{
	if (!lock(ledger, shard)) {
		return RELIB_UNTRACKED;
	}
	size_t size = take(shard, ptr);
	if (shard->live_count < shard->shrink_below) {
		resize(shard, shard->capacity / 2);
	}
	unlock(shard);
	return size;
}

size_t allocations_remove(relib_ledger *ledger, void *ptr)
{
	struct shard *shard = shard_of(ledger, ptr);
	if (!try_lock(shard)) {
		return remove_slowly(ledger, shard, ptr);
	}
	if (shard->live_count < shard->shrink_below) {
		unlock(shard);
		return remove_slowly(ledger, shard, ptr);
	}
	size_t size = take(shard, ptr);
	unlock(shard);
	return size;
}

void relib_rt_usage(relib_ledger *ledger, relib_usage *usage)
{
	*usage = (relib_usage){0};
	for (int i = 0; i < SHARD_COUNT; i++) {
		struct shard *shard = &ledger->shards[i];
		if (!lock(ledger, shard)) {
			continue;
		}
		usage->live_count += shard->live_count;
		usage->live_bytes += shard->live_bytes & ~SAMPLED;
		usage->total_count += shard->total_count;
		usage->foreign_frees += shard->foreign_frees;
		unlock(shard);
	}
}

uint64_t relib_rt_free_leaks(relib_ledger *ledger, relib_usage *usage)
{
	relib_rt_usage(ledger, usage);
	if (usage->foreign_frees > 0) {
		return 0;
	}
	for (int i = 0; i < SHARD_COUNT; i++) {
		struct shard *shard = &ledger->shards[i];
		if (!lock(ledger, shard)) {
			continue;
		}
		for (size_t place = 0; place < shard->capacity; place++) {
			free(shard->table[place].ptr);
			shard->table[place].ptr = NULL;
		}
		shard->live_count = 0;
		shard->live_bytes = 0;
		unlock(shard);
	}
	sites_clear(ledger);
	return usage->live_count;
}

void allocations_close(relib_ledger *ledger)
{
	for (int i = 0; i < SHARD_COUNT; i++) {
		free(ledger->shards[i].table);
	}
}

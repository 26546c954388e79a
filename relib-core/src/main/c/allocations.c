/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "allocations.h"

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
 * False in a child that was forked while another thread of the parent had the lock: nobody lets go of it there,
 * and the table may be half changed.
 */
RARE static bool lock(const struct allocations *allocations, struct shard *shard)
{
	while (!try_lock(shard)) {
		if (allocations->process != getpid()) {
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

static struct allocations *allocations_of(relib_ledger *ledger)
{
	return (struct allocations *)ledger;
}

static struct shard *shard_of(struct allocations *allocations, const void *ptr)
{
	return &allocations->shards[((uintptr_t)ptr >> SHARD_SHIFT) % SHARD_COUNT];
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
	} else { /* the allocator gave the address out again: other code has freed it */
		shard->foreign_frees++;
		shard->live_bytes -= place->size;
	}
	place->ptr = ptr;
	place->size = size;
	shard->live_bytes += size;
}

RARE static void add_slowly(const struct allocations *allocations, struct shard *shard, void *ptr, size_t size)
{
	if (lock(allocations, shard)) {
		shard->total_count++;
		if (make_room(shard)) {
			put(shard, ptr, size);
		}
		unlock(shard);
	}
}

void allocations_add(relib_ledger *ledger, void *ptr, size_t size)
{
	struct allocations *allocations = allocations_of(ledger);
	struct shard *shard = shard_of(allocations, ptr);
	if (!try_lock(shard)) {
		add_slowly(allocations, shard, ptr, size);
	} else if (shard->live_count >= shard->grow_at) {
		unlock(shard);
		add_slowly(allocations, shard, ptr, size);
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

static _Atomic(size_t (*)(relib_ledger *, void *)) elsewhere;

void allocations_look_elsewhere(size_t (*remove_elsewhere)(relib_ledger *ledger, void *ptr))
{
	atomic_store(&elsewhere, remove_elsewhere);
}

RARE static size_t look_elsewhere(relib_ledger *ledger, void *ptr)
{
	size_t (*remove)(relib_ledger *, void *) = atomic_load(&elsewhere);
	return remove != NULL ? remove(ledger, ptr) : RELIB_UNTRACKED;
}

RARE static size_t remove_slowly(relib_ledger *ledger, struct shard *shard, void *ptr)
{
	if (!lock(allocations_of(ledger), shard)) {
		return RELIB_UNTRACKED;
	}
	size_t size = take(shard, ptr);
	if (shard->live_count < shard->shrink_below) {
		resize(shard, shard->capacity / 2);
	}
	unlock(shard);
	return size;
}

RARE static size_t remove_slowly_anywhere(relib_ledger *ledger, struct shard *shard, void *ptr)
{
	size_t size = remove_slowly(ledger, shard, ptr);
	return size != RELIB_UNTRACKED ? size : look_elsewhere(ledger, ptr);
}

static size_t look_nowhere(relib_ledger *ledger, void *ptr)
{
	(void)ledger;
	(void)ptr;
	return RELIB_UNTRACKED;
}

/* Calls nothing but at its end, so that the usual path saves no registers. */
__attribute__((always_inline)) static inline size_t remove_by(relib_ledger *ledger, void *ptr,
															  size_t (*slowly)(relib_ledger *, struct shard *, void *),
															  size_t (*otherwise)(relib_ledger *, void *))
{
	struct shard *shard = shard_of(allocations_of(ledger), ptr);
	if (!try_lock(shard)) {
		return slowly(ledger, shard, ptr);
	}
	if (shard->live_count < shard->shrink_below) {
		unlock(shard);
		return slowly(ledger, shard, ptr);
	}
	size_t size = take(shard, ptr);
	unlock(shard);
	return size != RELIB_UNTRACKED ? size : otherwise(ledger, ptr);
}

size_t allocations_remove_own(relib_ledger *ledger, void *ptr)
{
	return remove_by(ledger, ptr, remove_slowly, look_nowhere);
}

size_t allocations_remove(relib_ledger *ledger, void *ptr)
{
	return remove_by(ledger, ptr, remove_slowly_anywhere, look_elsewhere);
}

void allocations_usage(struct allocations *allocations, relib_usage *usage)
{
	*usage = (relib_usage){0};
	for (int i = 0; i < SHARD_COUNT; i++) {
		struct shard *shard = &allocations->shards[i];
		if (!lock(allocations, shard)) {
			continue;
		}
		usage->live_count += shard->live_count;
		usage->live_bytes += shard->live_bytes & ~SAMPLED;
		usage->total_count += shard->total_count;
		usage->foreign_frees += shard->foreign_frees;
		unlock(shard);
	}
}

size_t allocations_list(struct allocations *allocations, struct allocation *list, size_t capacity)
{
	size_t count = 0;
	for (int i = 0; i < SHARD_COUNT; i++) {
		struct shard *shard = &allocations->shards[i];
		if (!lock(allocations, shard)) {
			continue;
		}
		for (size_t place = 0; place < shard->capacity && count < capacity; place++) {
			if (shard->table[place].ptr != NULL) {
				list[count] = shard->table[place];
				list[count++].size &= ~SAMPLED;
			}
		}
		unlock(shard);
	}
	return count;
}

bool allocations_have(struct allocations *allocations, const void *ptr)
{
	struct shard *shard = shard_of(allocations, ptr);
	bool found = false;
	if (lock(allocations, shard)) {
		found = shard->table != NULL && find(shard, ptr)->ptr != NULL;
		unlock(shard);
	}
	return found;
}

void allocations_count_foreign_free(struct allocations *allocations)
{
	if (lock(allocations, &allocations->shards[0])) {
		allocations->shards[0].foreign_frees++;
		unlock(&allocations->shards[0]);
	}
}

void allocations_free_all(struct allocations *allocations)
{
	for (int i = 0; i < SHARD_COUNT; i++) {
		struct shard *shard = &allocations->shards[i];
		if (!lock(allocations, shard)) {
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
}

void allocations_close(struct allocations *allocations)
{
	for (int i = 0; i < SHARD_COUNT; i++) {
		free(allocations->shards[i].table);
	}
}

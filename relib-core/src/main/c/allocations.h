/*
 * The allocations of a module: open addressing in shards, each behind a lock held for a few loads.
 *
 * Any thread, unless a function says otherwise. Nothing here owns memory of the module but allocations_free_all.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_ALLOCATIONS_H
#define RELIB_ALLOCATIONS_H

#include "relib_rt.h"

#include <stdatomic.h>
#include <sys/types.h>

/* glibc's arenas begin at multiples of 64 MiB: by these address bits a shard is mostly one thread's own. */
#define SHARD_COUNT 16
#define SHARD_SHIFT 26

struct allocation {
	void *ptr;
	size_t size;
};

/*
 * A hash table with linear probing; its own pair of cache lines, as processors fetch them in pairs. Counts
 * that change together stand apart: neighbours would be changed by one vector instruction, which has to
 * wait until the separate stores before it are done.
 */
struct shard {
	_Alignas(128) atomic_bool locked;
	int hash_shift; /* 64 - log2(capacity) */
	uint64_t live_bytes; /* but for the bit SAMPLED, where the marks add up */
	struct allocation *table;
	uint64_t live_count;
	size_t capacity; /* 0 or a power of two */
	uint64_t total_count;
	size_t grow_at;
	size_t shrink_below;
	uint64_t foreign_frees;
};

/* All zero but for process: no allocation. */
struct allocations {
	struct shard shards[SHARD_COUNT];
	pid_t process; /* a child that was forked has nothing to report, and may find locks taken */
};

/* In the size of an allocation: its stack is known. */
#define SAMPLED ((size_t)1 << (sizeof(size_t) * 8 - 1))

/*
 * As relib_host's `allocated` and `releasing`, and called as such: a function in between would cost 2 % of malloc
 * and free. Precondition: the ledger begins with its allocations.
 */
void allocations_add(relib_ledger *ledger, void *ptr, size_t size);
size_t allocations_remove(relib_ledger *ledger, void *ptr);

/* The same, but of the ledger's own allocations alone. */
size_t allocations_remove_own(relib_ledger *ledger, void *ptr);

/* Has allocations_remove ask this, for ever, for what is not the ledger's own. */
void allocations_look_elsewhere(size_t (*remove_elsewhere)(relib_ledger *ledger, void *ptr));

/* As relib_rt_usage. */
void allocations_usage(struct allocations *allocations, relib_usage *usage);

/* Lists at most capacity allocations, without the bit SAMPLED; returns how many. */
size_t allocations_list(struct allocations *allocations, struct allocation *list, size_t capacity);

bool allocations_have(struct allocations *allocations, const void *ptr);

/* One that is known by other ways than by an address that was given out again. */
void allocations_count_foreign_free(struct allocations *allocations);

/* Frees the memory of all allocations. Precondition: the module's library is unmapped. */
void allocations_free_all(struct allocations *allocations);

/* Frees the tables. Precondition: nothing uses them any more. */
void allocations_close(struct allocations *allocations);

#endif

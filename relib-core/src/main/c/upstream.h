/*
 * The host's side of the runtime that upstream's crates (relib_module 0.7) put into a module: it tells
 * its allocations in batches, and is called to clean up before the library is closed.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UPSTREAM_H
#define RELIB_UPSTREAM_H

#include "relib_rt.h"

#pragma GCC visibility push(default)

/* What is known of one loaded library of upstream's kind. */
typedef struct relib_upstream relib_upstream;

/* As upstream declares them, repr(C). */
typedef struct relib_upstream_layout {
	size_t size;
	size_t align;
} relib_upstream_layout;

typedef struct relib_upstream_allocation {
	void *ptr;
	relib_upstream_layout layout;
} relib_upstream_allocation;

typedef struct relib_upstream_operation {
	uint32_t released; /* 0: allocated, 1: given back */
	relib_upstream_allocation allocation;
} relib_upstream_operation;

typedef struct relib_upstream_operations {
	const relib_upstream_operation *ptr;
	size_t len;
} relib_upstream_operations;

typedef struct relib_upstream_allocations {
	const relib_upstream_allocation *ptr;
	size_t len;
} relib_upstream_allocations;

/* The library's internal symbols: first the slots that the host fills, then what it calls. */
typedef struct relib_upstream_symbols {
	void (**on_alloc)(uint64_t module, void *ptr, relib_upstream_layout layout);
	void (**on_cached_allocs)(uint64_t module, relib_upstream_operations operations);
	void (**unrecoverable)(uint64_t module, relib_str message);
	bool (**is_ptr_allocated)(uint64_t module, void *ptr);
	void (*init)(uintptr_t owner, uint64_t module, bool track);
	void (*exit)(relib_upstream_allocations leaked);
	void (*take_cached_allocs_before_exit)(void);
	void (*lock_module_allocator)(void);
	uint64_t (*spawned_threads_count)(void);
	void (*run_thread_local_dtors)(void);
	void (*misc_cleanup)(void);
} relib_upstream_symbols;

/*
 * NULL when memory is short. The caller owns it, until relib_rt_upstream_close. ledger receives the
 * library's threads and is the caller's.
 */
relib_upstream *relib_rt_upstream_open(relib_ledger *ledger);

/*
 * Has the ledger know the threads that the library starts from now on, and its panics. address is one in the
 * library. Once, right after dlopen, before any other function of the library is called.
 */
void relib_rt_upstream_watch(relib_upstream *upstream, const void *address);

/*
 * Fills the library's slots and starts its runtime, which libraries without `unloading` have not. Once,
 * after relib_rt_upstream_watch. Owner thread: relib_rt_upstream_exit has to be called on it.
 */
void relib_rt_upstream_attach(relib_upstream *upstream, const relib_upstream_symbols *symbols);

/*
 * How many threads the library says it has, of those that it does not start through the ledger. They count
 * until their function returns. Precondition: attached, the library is open.
 */
uint64_t relib_rt_upstream_threads(relib_upstream *upstream);

/*
 * Whether the module's allocations are known: not if the ledger leaves them, or if its allocator is not the one that
 * tells of them. Any thread, after relib_rt_upstream_attach.
 */
bool relib_rt_upstream_counts(const relib_upstream *upstream);

/*
 * What the module held when it last told, which it does after 20,000 operations. Its runtime's own
 * tables do not count. foreign_frees is 0.
 */
void relib_rt_upstream_usage(relib_upstream *upstream, relib_usage *usage);

/*
 * Has the library destroy its thread-locals, unmap its mappings, delete its keys and free what it has
 * leaked; leaks is what that was. There is no way back: any allocation of the library on another thread
 * from now on ends the process. Owner thread. Preconditions: no code of the module runs, it has no threads.
 */
void relib_rt_upstream_exit(relib_upstream *upstream, relib_usage *leaks);

/*
 * Copies what the calling thread has written to standard error since its last panic (UTF-8, not
 * terminated) and forgets it. Returns its length, at most capacity; 0 if it has not told of a panic.
 */
size_t relib_rt_upstream_take_panic(char *text, size_t capacity);

/* Precondition: the library is unmapped, or was never attached. The ledger is still open. */
void relib_rt_upstream_close(relib_upstream *upstream);

#pragma GCC visibility pop

#endif

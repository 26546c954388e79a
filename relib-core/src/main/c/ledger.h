/*
 * What the parts of librelib_rt share.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LEDGER_H
#define RELIB_LEDGER_H

#include "rebind.h"
#include "relib_rt.h"

#include <stdatomic.h>

/* ---- Allocations --------------------------------------------------------------------------- */

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

/* In the size of an allocation: its stack is known. */
#define SAMPLED ((size_t)1 << (sizeof(size_t) * 8 - 1))

void allocations_add(relib_ledger *ledger, void *ptr, size_t size);
size_t allocations_remove(relib_ledger *ledger, void *ptr);

/* Frees the tables. Precondition: nothing uses the ledger any more. */
void allocations_close(relib_ledger *ledger);

/* ---- Stacks -------------------------------------------------------------------------------- */

/*
 * Loads what unwinding needs, once: later the dynamic linker's lock may be held by a thread that waits for the
 * one that unwinds.
 */
void stack_prepare(void);

/*
 * The return addresses from `hook` on, which is one of them, innermost first, then 0; that one alone if nothing
 * can be unwound here.
 */
void stack_capture(const void *hook, uint64_t frames[RELIB_STACK_FRAMES]);

/* ---- Sites of allocations -------------------------------------------------------------------- */

struct sites;

/*
 * In place of allocations_add and allocations_remove, which they call: the stack of every nth allocation is
 * kept until that is removed. Precondition: the ledger has sites.
 */
void sites_add(relib_ledger *ledger, void *ptr, size_t size);
size_t sites_remove(relib_ledger *ledger, void *ptr);

/* Forgets all; and frees the rest as well. Precondition: nothing allocates. */
void sites_clear(relib_ledger *ledger);
void sites_close(relib_ledger *ledger);

/* ---- Threads ------------------------------------------------------------------------------- */

struct thread;

/* In the order of creation. */
struct threads {
	pthread_mutex_t lock;
	struct thread **all;
	size_t count;
	size_t capacity;
	atomic_bool closing; /* the library is about to be unmapped: no thread is started any more */
};

int threads_create(relib_ledger *ledger, pthread_t *handle, const pthread_attr_t *attributes, void *(*start)(void *),
				   void *argument, const void *origin);
int threads_join(relib_ledger *ledger, pthread_t handle, void **result);
int threads_join_until(relib_ledger *ledger, pthread_t handle, void **result, int clock,
					   const struct timespec *deadline);
int threads_detach(relib_ledger *ledger, pthread_t handle);

/* Forgets all threads. Precondition: none is left. */
void threads_close(relib_ledger *ledger);

/* What the kernel says about a thread of this process. */
struct kernel_thread {
	uint64_t start_time; /* in clock ticks since the machine's start; 0 if unknown */
	char name[16];
};

/* Returns false, and fills in nothing known, if the kernel has no such thread or shows none. */
bool kernel_thread_read(int64_t tid, struct kernel_thread *thread);

/* True if the kernel has forgotten the thread with this id and start time. */
bool kernel_thread_gone(int64_t tid, uint64_t start_time);

/* ---- Thread-locals -------------------------------------------------------------------------- */

struct visit;

/* Guarded by locals_lock. */
struct locals {
	struct visit *visits; /* of the threads that have registered something */
	bool unloading;       /* what is pending is run or forgotten by the unloading thread */
	bool sealed;          /* nothing of the module may run any more */
	uint64_t run;
	uint64_t abandoned;
	void (*runner)(void (*destructor)(void *), void *object); /* the kit's; NULL: it has none */
};

extern pthread_mutex_t locals_lock;

/*
 * Has libc tell of the calling thread's end; false if it can not. Precondition: locals_lock is not held. This
 * waits for the dynamic linker's lock, whose holder may be in a library's destructor that waits for ours.
 */
bool locals_await_end(void);

/* From now on destructors are called through runner. A constructor's thread may be ending right now. */
void locals_run_by(relib_ledger *ledger, void (*runner)(void (*destructor)(void *), void *object));

/* As __cxa_thread_atexit_impl. */
int locals_add(relib_ledger *ledger, void (*destructor)(void *), void *object);

/*
 * The calling thread's value of a key with a destructor; NULL takes it away. False if memory is short.
 * Preconditions: locals_lock is held; if value is not NULL, the thread awaits its end.
 */
bool locals_set_value(relib_ledger *ledger, pthread_key_t key, void *value);

/* Takes a key's values away from all threads. Precondition: locals_lock is held. */
void locals_forget_key(relib_ledger *ledger, pthread_key_t key);

/* Frees what threads have registered. Precondition: sealed, or the module has never been used. */
void locals_close(relib_ledger *ledger);

int keys_create(relib_ledger *ledger, pthread_key_t *key, void (*destructor)(void *));
int keys_set(relib_ledger *ledger, pthread_key_t key, const void *value);
int keys_delete(relib_ledger *ledger, pthread_key_t key);

/* The destructor of a key, which is a module's. Precondition: locals_lock is held. */
void (*keys_destructor(pthread_key_t key))(void *);

/* Deletes the module's keys. Precondition: no code of the module is left. */
void keys_close(relib_ledger *ledger);

/* ---- Descriptors ---------------------------------------------------------------------------- */

void descriptors_opened(relib_ledger *ledger, int fd, relib_holder kind, void *holder, const void *origin);
bool descriptors_closing(relib_ledger *ledger, unsigned first, unsigned last);

/* Forgets the module's; closes none. */
void descriptors_close(relib_ledger *ledger);

/* ---- Mappings ------------------------------------------------------------------------------- */

void mappings_add(relib_ledger *ledger, void *address, size_t length, const void *origin);
bool mappings_remove(relib_ledger *ledger, void *address, size_t length);

/* Forgets the module's; unmaps none. */
void mappings_close(relib_ledger *ledger);

/* ---- Signals -------------------------------------------------------------------------------- */

/* Guarded by a lock of their own. */
struct signals {
	relib_ledger *next;
	struct address_range code; /* where the module is mapped; empty before it is attached */
};

/* Notes which handlers the process has that are no module's. Before a library is opened. */
void signals_note(void);

/* From now on handlers in the library that contains address are the module's. */
void signals_attach(relib_ledger *ledger, const void *address);
void signals_drop_handlers(relib_ledger *ledger);
void signals_close(relib_ledger *ledger);

/* ---- Text ---------------------------------------------------------------------------------- */

/* The longest prefix of at most max bytes that does not end inside of a UTF-8 sequence. */
size_t utf8_prefix(const char *text, size_t len, size_t max);

void panics_put(relib_ledger *ledger, const char *text, size_t len);
void log_put(relib_ledger *ledger, int level, const char *text, size_t len);

/* ---- The ledger ---------------------------------------------------------------------------- */

struct relib_ledger {
	struct shard shards[SHARD_COUNT];
	struct threads threads;
	struct locals locals;
	struct signals signals;
	struct sites *sites; /* NULL: off */
	void (*end_statics)(void); /* the kit's; NULL: it has none */
	uint64_t id;
	pid_t process; /* a child that was forked has nothing to report, and may find locks taken */
	char name[]; /* terminated */
};

#endif

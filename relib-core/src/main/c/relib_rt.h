/*
 * librelib_rt: what the host keeps about each module and does for it. Loaded once, never unloaded: its
 * code is what threads run when they end and what frees a module's leaks after the module is gone.
 *
 * Unless a function says otherwise, it may be called from any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_RT_H
#define RELIB_RT_H

#include "relib_module.h"

#pragma GCC visibility push(default)

#define RELIB_RT_VERSION 1u

typedef struct relib_ledger relib_ledger;

/* RELIB_RT_VERSION of this library, to be compared before anything else is called. */
uint32_t relib_rt_version(void);

/*
 * A new, empty ledger. name (terminated) is copied and used for log records only; id is handed back
 * to the log function. NULL when memory is short. The caller owns it, until relib_rt_ledger_close.
 */
relib_ledger *relib_rt_ledger_open(const char *name, uint64_t id);

/*
 * Frees a ledger. Preconditions: the module's library is unmapped, relib_rt_free_leaks was called, and
 * no thread of the module is left. A ledger whose module stays mapped is never closed.
 */
void relib_rt_ledger_close(relib_ledger *ledger);

/*
 * Binds a module's hooks to a ledger. module is the address of its symbol relib_module. Owner thread,
 * once, right after dlopen. Returns 0; 1 if the module's ABI version is not ours; 2 if it refused.
 */
int relib_rt_attach(relib_ledger *ledger, const relib_module_descriptor *module);

/*
 * Where the ledger's own memory is short, an allocation is not tracked: it counts in total_count only,
 * and is not freed after the module.
 */
typedef struct relib_usage {
	uint64_t live_count;   /* allocations not given back */
	uint64_t live_bytes;   /* their requested sizes, added up */
	uint64_t total_count;  /* allocations ever made; each realloc and each getline is one */
	uint64_t foreign_frees; /* tracked memory that something else has freed: leaks are no longer freed */
} relib_usage;

/* What the module holds now. A snapshot, shard by shard: exact only while the module is idle. */
void relib_rt_usage(relib_ledger *ledger, relib_usage *usage);

typedef struct relib_thread_info {
	int64_t tid;            /* kernel thread id; 0 while it starts */
	int64_t started_millis; /* since the epoch */
	uint64_t origin;        /* an address in the code that started it */
	uint64_t detached;      /* 1 if nobody will join it */
	char name[16];          /* as the kernel has it now, terminated */
} relib_thread_info;

/*
 * The module's threads that the kernel still has, at most capacity of them, oldest first; returns how
 * many there are. A thread counts until its id is gone from the kernel, not until its function returns.
 */
size_t relib_rt_threads(relib_ledger *ledger, relib_thread_info *threads, size_t capacity);

/*
 * Joins the module's ended threads that nobody joined or detached, and forgets them: their stacks are
 * given back. Returns how many. Precondition: relib_rt_threads returned 0, no code of the module runs.
 */
size_t relib_rt_join_ended(relib_ledger *ledger);

/*
 * Frees what the module has not given back, unless foreign_frees is above 0: then nothing is freed.
 * Fills usage with what was live. Precondition: the module's library is unmapped.
 * Returns the number of allocations freed.
 */
uint64_t relib_rt_free_leaks(relib_ledger *ledger, relib_usage *usage);

/*
 * Copies the text of the calling thread's last panic (UTF-8, not terminated) and forgets it. Returns
 * its length, at most capacity; 0 if there is none.
 */
size_t relib_rt_take_panic(char *text, size_t capacity);

/* Receives log records: the ledger's id, a relib_level, UTF-8 text that is lent for the call. */
typedef void (*relib_log_function)(uint64_t id, int level, const char *text, size_t len);

/* Sets where log records go; NULL: to standard error. The function must outlive every module. */
void relib_rt_log_to(relib_log_function function);

#pragma GCC visibility pop

#endif

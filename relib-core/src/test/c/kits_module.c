/*
 * A module whose kit is of another age: it was compiled with a shorter table of the host and a shorter
 * descriptor of its own, or with a longer table if NEWER is defined.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "relib_module.h"

#include <stdlib.h>

#ifdef NEWER

struct host {
	relib_host known;
	void (*added_later)(void);
};

#else

struct host {
	uint32_t abi_version;
	uint32_t struct_size;
	void (*allocated)(struct relib_ledger *ledger, void *ptr, size_t size);
	size_t (*releasing)(struct relib_ledger *ledger, void *ptr);
	int (*thread_create)(struct relib_ledger *ledger, pthread_t *thread, const pthread_attr_t *attributes,
						 void *(*start)(void *), void *argument, const void *origin);
	int (*thread_join)(struct relib_ledger *ledger, pthread_t thread, void **result);
	int (*thread_detach)(struct relib_ledger *ledger, pthread_t thread);
	void (*panicked)(struct relib_ledger *ledger, const char *text, size_t len);
	void (*log)(struct relib_ledger *ledger, int level, const char *text, size_t len);
	int (*thread_join_until)(struct relib_ledger *ledger, pthread_t thread, void **result, int clock,
							 const struct timespec *deadline);
	int (*thread_at_exit)(struct relib_ledger *ledger, void (*destructor)(void *), void *object);
};

#endif

/* What is behind the end of a shorter descriptor. */
static void run_by_mistake(void (*destructor)(void *), void *object)
{
	(void)destructor;
	(void)object;
	abort();
}

static void end_by_mistake(void)
{
	abort();
}

RELIB_VISIBLE extern const struct host *attached_host;
RELIB_VISIBLE extern struct relib_ledger *attached_ledger;
const struct host *attached_host;
struct relib_ledger *attached_ledger;

static bool attach(const relib_host *host, struct relib_ledger *ledger)
{
	if (host->abi_version != 1 || host->struct_size < sizeof(struct host)) {
		return false;
	}
	attached_host = (const struct host *)host;
	attached_ledger = ledger;
	return true;
}

RELIB_VISIBLE extern const relib_module_descriptor relib_module;
const relib_module_descriptor relib_module = {
	1, offsetof(relib_module_descriptor, run_destructor), RELIB_TEXT("kit another\n"),
	RELIB_TEXT("relib-contract 1\n"), attach, run_by_mistake, end_by_mistake,
};

#ifndef NEWER

/* What its hooks do. */
static void count(void *counter)
{
	++*(int *)counter;
}

RELIB_VISIBLE extern int destroyed;
int destroyed;

RELIB_VISIBLE void work(void *ptr, size_t size);
void work(void *ptr, size_t size)
{
	attached_host->allocated(attached_ledger, ptr, size);
	attached_host->log(attached_ledger, RELIB_INFO, "worked", 6);
	attached_host->thread_at_exit(attached_ledger, count, &destroyed);
}

#endif

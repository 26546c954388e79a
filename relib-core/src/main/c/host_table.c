/*
 * Each function is one of relib_host, which says what it does.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "host_table.h"

#include "descriptors.h"
#include "keys.h"
#include "ledger.h"
#include "locals.h"
#include "mappings.h"

#include <unistd.h>

/* A child that was forked has nothing to report, and may find locks taken. */
static bool in_own_process(const relib_ledger *ledger)
{
	return ledger->allocations.process == getpid();
}

static void allocated_at_site(relib_ledger *ledger, void *ptr, size_t size)
{
	sites_add(ledger->sites, ptr, size, __builtin_return_address(0));
}

static size_t releasing_of_site(relib_ledger *ledger, void *ptr)
{
	return sites_remove(ledger->sites, ptr);
}

static int thread_create(relib_ledger *ledger, pthread_t *thread, const pthread_attr_t *attributes,
						 void *(*start)(void *), void *argument, const void *origin)
{
	return in_own_process(ledger) ? threads_create(&ledger->threads, thread, attributes, start, argument, origin)
								  : pthread_create(thread, attributes, start, argument);
}

static int thread_join(relib_ledger *ledger, pthread_t thread, void **result)
{
	return in_own_process(ledger) ? threads_join(&ledger->threads, thread, result) : pthread_join(thread, result);
}

static int thread_join_until(relib_ledger *ledger, pthread_t thread, void **result, int clock,
							 const struct timespec *deadline)
{
	return threads_join_until(&ledger->threads, thread, result, clock, deadline);
}

static int thread_detach(relib_ledger *ledger, pthread_t thread)
{
	return in_own_process(ledger) ? threads_detach(&ledger->threads, thread) : pthread_detach(thread);
}

static void panicked(relib_ledger *ledger, const char *text, size_t len)
{
	(void)ledger;
	panics_put(text, len);
}

static void log_record(relib_ledger *ledger, int level, const char *text, size_t len)
{
	log_put(&ledger->log, level, text, len);
}

static int thread_at_exit(relib_ledger *ledger, void (*destructor)(void *), void *object)
{
	return in_own_process(ledger) ? locals_add(&ledger->locals, destructor, object) : 0;
}

static int key_create(relib_ledger *ledger, pthread_key_t *key, void (*destructor)(void *))
{
	return in_own_process(ledger) ? keys_create(&ledger->locals, key, destructor) : pthread_key_create(key, destructor);
}

/* The key may be another module's. */
static int key_set(relib_ledger *ledger, pthread_key_t key, const void *value)
{
	return in_own_process(ledger) ? keys_set(key, value) : pthread_setspecific(key, value);
}

static int key_delete(relib_ledger *ledger, pthread_key_t key)
{
	return in_own_process(ledger) ? keys_delete(key) : pthread_key_delete(key);
}

static void descriptor_opened(relib_ledger *ledger, int fd, relib_holder kind, void *holder, const void *origin)
{
	if (in_own_process(ledger)) {
		descriptors_opened(ledger, fd, kind, holder, origin);
	}
}

static bool descriptors_close_begins(relib_ledger *ledger, unsigned first, unsigned last)
{
	return in_own_process(ledger) && descriptors_closing(first, last);
}

static void mapped(relib_ledger *ledger, void *address, size_t length, const void *origin)
{
	if (in_own_process(ledger)) {
		mappings_add(ledger, address, length, origin);
	}
}

static bool unmapping(relib_ledger *ledger, void *address, size_t length)
{
	return in_own_process(ledger) && mappings_remove(address, length);
}

#define TABLE(add_allocation, remove_allocation)                                                       \
	{                                                                                                  \
		.abi_version = RELIB_ABI_VERSION,                                                              \
		.struct_size = sizeof(relib_host),                                                             \
		.allocated = add_allocation,                                                                   \
		.releasing = remove_allocation,                                                                \
		.thread_create = thread_create,                                                                \
		.thread_join = thread_join,                                                                    \
		.thread_detach = thread_detach,                                                                \
		.panicked = panicked,                                                                          \
		.log = log_record,                                                                             \
		.thread_join_until = thread_join_until,                                                        \
		.thread_at_exit = thread_at_exit,                                                              \
		.key_create = key_create,                                                                      \
		.key_set = key_set,                                                                            \
		.key_delete = key_delete,                                                                      \
		.descriptor_opened = descriptor_opened,                                                        \
		.descriptors_closing = descriptors_close_begins,                                               \
		.mapped = mapped,                                                                              \
		.unmapping = unmapping,                                                                        \
	}

static const relib_host plain_table = TABLE(allocations_add, allocations_remove);

/* A table of its own, so that allocations cost nothing where no stacks are kept. */
static const relib_host sampling_table = TABLE(allocated_at_site, releasing_of_site);

/* A kit does without the functions that its host lacks. */
static const relib_host uncounting_table = TABLE(NULL, NULL);

const relib_host *host_table_for(const relib_ledger *ledger)
{
	if (ledger->leaves_allocations) {
		return &uncounting_table;
	}
	return ledger->sites != NULL ? &sampling_table : &plain_table;
}

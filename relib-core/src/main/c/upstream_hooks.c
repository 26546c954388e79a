/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "upstream_hooks.h"

#include "ends.h"
#include "thread_text.h"
#include "signals.h"
#include "upstream.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct hooked_library *libraries;

static relib_ledger *ledger_at(const void *address, struct address_range *range)
{
	relib_ledger *ledger = NULL;
	pthread_mutex_lock(&lock);
	for (struct hooked_library *library = libraries; library != NULL && ledger == NULL; library = library->next) {
		if ((uintptr_t)address >= library->range.begin && (uintptr_t)address < library->range.end) {
			ledger = library->ledger;
			*range = library->range;
		}
	}
	pthread_mutex_unlock(&lock);
	return ledger;
}

const relib_ledger *upstream_hooks_ledger_at(const void *address, struct address_range *range)
{
	return ledger_at(address, range);
}

static struct threads *threads_at(const void *address)
{
	struct address_range range;
	relib_ledger *ledger = ledger_at(address, &range);
	return ledger != NULL ? &ledger->threads : NULL;
}

static int create_thread(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
	const void *origin = __builtin_return_address(0);
	struct threads *threads = threads_at(origin);
	return threads == NULL ? pthread_create(thread, attributes, start, argument)
						  : threads_create(threads, thread, attributes, start, argument, origin);
}

static int join_thread(pthread_t thread, void **result)
{
	struct threads *threads = threads_at(__builtin_return_address(0));
	return threads == NULL ? pthread_join(thread, result) : threads_join(threads, thread, result);
}

static int detach_thread(pthread_t thread)
{
	struct threads *threads = threads_at(__builtin_return_address(0));
	return threads == NULL ? pthread_detach(thread) : threads_detach(threads, thread);
}

/* Keeps the calling thread's output to standard error since it began to tell of a panic. */
static ssize_t write_through(int file, const void *text, size_t len)
{
	static const char begin[] = " panicked at ";
	if (file == STDERR_FILENO && len > 0) {
		bool begins = memmem(text, len, begin, sizeof(begin) - 1) != NULL;
		struct thread_text *told = thread_text(UPSTREAM_PANIC, begins);
		if (begins) {
			thread_text_take(told, NULL, 0);
		}
		if (begins || (told != NULL && told->len > 0)) {
			thread_text_add(told, text, len);
		}
	}
	return write(file, text, len);
}

size_t relib_rt_upstream_take_panic(char *text, size_t capacity)
{
	return thread_text_take(thread_text(UPSTREAM_PANIC, false), text, capacity);
}

/* In ends.c. */
#define DECLARE_OF_UPSTREAM(name) void upstream_##name(void);
ENDS_HOOKS(DECLARE_OF_UPSTREAM)

#define HOOK_OF_UPSTREAM(name) {#name, {NULL, NULL}, (void *)(uintptr_t)upstream_##name},

void upstream_hooks_open(struct hooked_library *library, relib_ledger *ledger, const void *address)
{
	/* Whatever they are bound to: upstream's runtime has functions of some of these names, which call the C library. */
	const struct rebinding rebindings[] = {
		{"pthread_create", {NULL, NULL}, (void *)(uintptr_t)create_thread},
		{"pthread_join", {NULL, NULL}, (void *)(uintptr_t)join_thread},
		{"pthread_detach", {NULL, NULL}, (void *)(uintptr_t)detach_thread},
		{"write", {NULL, NULL}, (void *)(uintptr_t)write_through},
		{"sigaction", {NULL, NULL}, (void *)(uintptr_t)signals_of_caller},
		ENDS_HOOKS(HOOK_OF_UPSTREAM)
	};
	library->ledger = ledger;
	library->range = library_range(address);
	pthread_mutex_lock(&lock);
	library->next = libraries;
	libraries = library;
	pthread_mutex_unlock(&lock);
	rebind(address, rebindings, sizeof(rebindings) / sizeof(*rebindings));
}

void upstream_hooks_close(struct hooked_library *library)
{
	pthread_mutex_lock(&lock);
	for (struct hooked_library **link = &libraries; *link != NULL; link = &(*link)->next) {
		if (*link == library) {
			*link = library->next;
			break;
		}
	}
	pthread_mutex_unlock(&lock);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "redirect.h"

#include "hooks.h"
#include "host_table.h"
#include "keys.h"
#include "ledger.h"
#include "rebind.h"
#include "trampolines.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static struct redirected *all;

/* Memory that the ledger's library gives back and another one has got: libraries hand memory to each other. */
static size_t remove_elsewhere(relib_ledger *ledger, void *ptr)
{
	size_t size = RELIB_UNTRACKED;
	if (ledger->allocations.process != getpid()) { /* a child that was forked may find the lock taken */
		return size;
	}
	pthread_rwlock_rdlock(&lock);
	for (struct redirected *other = all; other != NULL && size == RELIB_UNTRACKED; other = other->next) {
		if (other->ledger != ledger) {
			size = allocations_remove_own(other->ledger, ptr);
		}
	}
	pthread_rwlock_unlock(&lock);
	return size;
}

bool redirected_kit_has(const relib_ledger *ledger, const void *ptr)
{
	bool found = false;
	pthread_rwlock_rdlock(&lock);
	for (struct redirected *other = all; other != NULL && !found; other = other->next) {
		found = other->ledger != ledger && other->ledger->has_kit && allocations_have(&other->ledger->allocations, ptr);
	}
	pthread_rwlock_unlock(&lock);
	return found;
}

static struct thread_locals *owner_of_code(uintptr_t address)
{
	struct thread_locals *owner = NULL;
	pthread_rwlock_rdlock(&lock);
	for (struct redirected *each = all; each != NULL && owner == NULL; each = each->next) {
		owner = address >= each->range.begin && address < each->range.end ? &each->ledger->locals : NULL;
	}
	pthread_rwlock_unlock(&lock);
	return owner;
}

/* For a ledger that leaves allocations alone. */
static void ignore_allocation(relib_ledger *ledger, void *ptr, size_t size)
{
	(void)ledger, (void)ptr, (void)size;
}

static size_t know_no_allocation(relib_ledger *ledger, void *ptr)
{
	(void)ledger, (void)ptr;
	return RELIB_UNTRACKED;
}

static struct address_range own;

__attribute__((constructor)) static void find_own_range(void)
{
	own = library_range(&own);
}

static bool contains(const struct address_range *range, const void *address)
{
	return (uintptr_t)address >= range->begin && (uintptr_t)address < range->end;
}

/*
 * What the kit's hook of pthread_create passes on as the argument. A function that ends with a call of pthread_create
 * jumps there, so that the address it returns to is neither in the library nor in one of our hooks: then the thread's
 * own function tells more.
 */
static int create_thread(relib_ledger *ledger, pthread_t *thread, const pthread_attr_t *attributes,
						 void *(*start)(void *), void *argument, const void *origin)
{
	if (ledger->allocations.process != getpid()) {
		return host_table_for(ledger)->thread_create(ledger, thread, attributes, start, argument, origin);
	}
	struct address_range range = redirected_caller != NULL ? redirected_caller->range : (struct address_range){0};
	bool inside = contains(&range, origin) || contains(&own, origin);
	const void *begins_with = *(void *const *)argument;
	return threads_create(&ledger->threads, thread, attributes, start, argument, inside ? origin : begins_with);
}

static void rebind_all(const struct redirected *redirected, bool back)
{
	struct rebinding *rebindings = calloc(hook_count, sizeof(*rebindings));
	if (rebindings == NULL) {
		return;
	}
	size_t count = 0;
	for (size_t i = 0; i < hook_count; i++) {
		void *ours = trampoline(redirected->trampolines, i);
		if (hooks[i].replaces[0] == NULL) { /* no such function in this C library */
			continue;
		}
		rebindings[count++] = back ? (struct rebinding){hooks[i].symbol, {ours, NULL}, hooks[i].replaces[0]}
							 : (struct rebinding){hooks[i].symbol, {hooks[i].replaces[0], hooks[i].replaces[1]}, ours};
	}
	rebind(redirected->address, rebindings, count);
	free(rebindings);
}

struct redirected *redirect(relib_ledger *ledger, const void *address)
{
	struct redirected *redirected = malloc(sizeof(*redirected));
	if (redirected == NULL) {
		return NULL;
	}
	*redirected = (struct redirected){.host = *host_table_for(ledger),
									  .ledger = ledger,
									  .address = address,
									  .range = library_range(address)};
	redirected->host.thread_create = create_thread;
	if (redirected->host.allocated == NULL || redirected->host.releasing == NULL) {
		redirected->host.allocated = ignore_allocation;
		redirected->host.releasing = know_no_allocation;
	}
	redirected->trampolines = trampolines_take(redirected);
	if (redirected->trampolines == NULL) {
		free(redirected);
		return NULL;
	}
	redirected->next_of_ledger = ledger->redirected;
	ledger->redirected = redirected;
	pthread_rwlock_wrlock(&lock);
	redirected->next = all;
	all = redirected;
	pthread_rwlock_unlock(&lock);
	allocations_look_elsewhere(remove_elsewhere);
	keys_look_for_owner(owner_of_code);
	rebind_all(redirected, false);
	return redirected;
}

void redirect_undo(struct redirected *redirected)
{
	rebind_all(redirected, true);
}

static void forget(struct redirected *redirected)
{
	trampolines_release(redirected->trampolines);
	pthread_rwlock_wrlock(&lock);
	struct redirected **link = &all;
	while (*link != redirected) {
		link = &(*link)->next;
	}
	*link = redirected->next;
	pthread_rwlock_unlock(&lock);
	free(redirected);
}

void redirect_close(relib_ledger *ledger)
{
	while (ledger->redirected != NULL) {
		struct redirected *redirected = ledger->redirected;
		ledger->redirected = redirected->next_of_ledger;
		forget(redirected);
	}
}

bool redirected_without_kit(uintptr_t address)
{
	bool found = false;
	pthread_rwlock_rdlock(&lock);
	for (const struct redirected *known = all; known != NULL && !found; known = known->next) {
		found = !known->ledger->has_kit && contains(&known->range, (const void *)address);
	}
	pthread_rwlock_unlock(&lock);
	return found;
}

static bool is_of_the_process(const void *handle)
{
	return handle == RTLD_DEFAULT || handle == RTLD_NEXT;
}

/* A library that is asked for by its handle may have a function of its own with this name. */
void *redirected_symbol(void *handle, const char *symbol)
{
	const struct redirected *redirected = redirected_caller;
	for (size_t i = 0; redirected != NULL && i < hook_count; i++) {
		if (hooks[i].replaces[0] != NULL && strcmp(symbol, hooks[i].symbol) == 0) {
			void *found = is_of_the_process(handle) ? hooks[i].replaces[0] : dlsym(handle, symbol);
			bool replaced = found != NULL && (found == hooks[i].replaces[0] || found == hooks[i].replaces[1]);
			return replaced ? trampoline(redirected->trampolines, i) : NULL;
		}
	}
	return NULL;
}

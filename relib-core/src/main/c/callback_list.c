/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "callback_list.h"

#include "hooks.h"
#include "redirect.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct callback *all;
static uintptr_t last_number;
static _Atomic pid_t process; /* that has modules */

_Thread_local bool callbacks_unloads;

/* False in a child that was forked, which may find the lock taken. No other thread is there that changes the list. */
static bool has_lock(void)
{
	pid_t known = atomic_load(&process);
	return known == 0 || known == getpid();
}

void callbacks_take_lock(void)
{
	if (has_lock()) {
		pthread_mutex_lock(&lock);
	}
}

void callbacks_leave_lock(void)
{
	if (has_lock()) {
		pthread_mutex_unlock(&lock);
	}
}

void callbacks_await_change(void)
{
	pthread_cond_wait(&changed, &lock);
}

relib_ledger *callbacks_caller(void)
{
	const struct redirected *caller = *(const struct redirected *volatile *)&redirected_caller;
	return caller != NULL && caller->ledger->allocations.process == getpid() ? caller->ledger : NULL;
}

uintptr_t callback_add(struct callback callback)
{
	struct callback *added = calloc(1, sizeof(*added));
	if (added == NULL) {
		return 0;
	}
	*added = callback;
	pthread_mutex_lock(&lock);
	atomic_store(&process, getpid());
	uintptr_t number = added->number = ++last_number;
	added->next = all;
	all = added;
	pthread_mutex_unlock(&lock);
	return number;
}

struct callback *callbacks_first(void)
{
	return all;
}

struct callback *callback_find(uintptr_t number)
{
	struct callback *callback = all;
	while (callback != NULL && callback->number != number) {
		callback = callback->next;
	}
	return callback;
}

struct callback *callback_find_of(const relib_ledger *ledger, enum callback_kind kind)
{
	struct callback *callback = all;
	while (callback != NULL && (callback->ledger != ledger || callback->kind != kind || callback->released)) {
		callback = callback->next;
	}
	return callback;
}

void callback_take_out(struct callback *taken)
{
	struct callback **link = &all;
	while (*link != taken) {
		link = &(*link)->next;
	}
	*link = taken->next;
	free(taken);
}

void callback_drop(uintptr_t number)
{
	callbacks_take_lock();
	struct callback *callback = callback_find(number);
	if (callback != NULL) {
		callback_take_out(callback);
	}
	callbacks_leave_lock();
}

bool callback_begin(uintptr_t number, struct callback *copy)
{
	callbacks_take_lock();
	struct callback *callback = callback_find(number);
	bool may = callback != NULL && (!callback->stopped || callbacks_unloads);
	if (may) {
		callback->running++;
		callback->called = true;
		*copy = *callback;
	}
	callbacks_leave_lock();
	return may;
}

void callback_end(uintptr_t number, bool is_over)
{
	callbacks_take_lock();
	struct callback *callback = callback_find(number);
	if (callback != NULL && --callback->running == 0 && (is_over || callback->over)) {
		callback_take_out(callback);
	}
	pthread_cond_broadcast(&changed);
	callbacks_leave_lock();
}

/*
 * The thread-specific keys of modules. libc is given no destructor: it would call it in a thread that ends
 * after the module is gone. The values are kept beside it, and destroyed with the thread's other locals.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <errno.h>
#include <limits.h>

/* By key, as keys are the process's. Guarded by locals_lock. */
static struct {
	relib_ledger *ledger; /* NULL: no key of a module */
	void (*destructor)(void *);
} keys[PTHREAD_KEYS_MAX];

int keys_create(relib_ledger *ledger, pthread_key_t *key, void (*destructor)(void *))
{
	pthread_key_t created;
	int error = pthread_key_create(&created, NULL);
	if (error == 0 && created >= PTHREAD_KEYS_MAX) {
		pthread_key_delete(created);
		error = EAGAIN;
	}
	if (error == 0) {
		pthread_mutex_lock(&locals_lock);
		keys[created].ledger = ledger;
		keys[created].destructor = destructor;
		pthread_mutex_unlock(&locals_lock);
		*key = created;
	}
	return error;
}

int keys_set(relib_ledger *ledger, pthread_key_t key, const void *value)
{
	(void)ledger; /* the key may be another module's */
	int error = 0;
	int saved_errno = errno;
	bool awaits_end = value == NULL || locals_await_end();
	pthread_mutex_lock(&locals_lock);
	if (key < PTHREAD_KEYS_MAX && keys[key].ledger != NULL && keys[key].destructor != NULL) {
		bool set = awaits_end && locals_set_value(keys[key].ledger, key, (void *)(uintptr_t)value);
		error = set ? 0 : ENOMEM;
	}
	pthread_mutex_unlock(&locals_lock);
	errno = saved_errno;
	return error != 0 ? error : pthread_setspecific(key, value);
}

int keys_delete(relib_ledger *ledger, pthread_key_t key)
{
	(void)ledger;
	pthread_mutex_lock(&locals_lock);
	if (key < PTHREAD_KEYS_MAX && keys[key].ledger != NULL) {
		locals_forget_key(keys[key].ledger, key);
		keys[key].ledger = NULL;
	}
	pthread_mutex_unlock(&locals_lock);
	return pthread_key_delete(key);
}

void (*keys_destructor(pthread_key_t key))(void *)
{
	return keys[key].destructor;
}

size_t relib_rt_keys(relib_ledger *ledger)
{
	size_t count = 0;
	pthread_mutex_lock(&locals_lock);
	for (int key = 0; key < PTHREAD_KEYS_MAX; key++) {
		count += keys[key].ledger == ledger;
	}
	pthread_mutex_unlock(&locals_lock);
	return count;
}

void keys_close(relib_ledger *ledger)
{
	pthread_mutex_lock(&locals_lock);
	for (pthread_key_t key = 0; key < PTHREAD_KEYS_MAX; key++) {
		if (keys[key].ledger == ledger) {
			keys[key].ledger = NULL;
			pthread_key_delete(key);
		}
	}
	pthread_mutex_unlock(&locals_lock);
}

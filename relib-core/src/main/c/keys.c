/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "keys.h"

#include "thread_end.h"

#include <errno.h>
#include <limits.h>

/* By key, as keys are the process's. Guarded by records_lock. */
static struct {
	struct thread_locals *module; /* NULL: no key of a module */
	void (*destructor)(void *);
} keys[PTHREAD_KEYS_MAX];

int keys_create(struct thread_locals *module, pthread_key_t *key, void (*destructor)(void *))
{
	pthread_key_t created;
	int error = pthread_key_create(&created, NULL);
	if (error == 0 && created >= PTHREAD_KEYS_MAX) {
		pthread_key_delete(created);
		error = EAGAIN;
	}
	if (error == 0) {
		pthread_mutex_lock(&records_lock);
		keys[created].module = module;
		keys[created].destructor = destructor;
		pthread_mutex_unlock(&records_lock);
		*key = created;
	}
	return error;
}

/* Precondition: the lock is held; if value is not NULL, the thread awaits its end. False if memory is short. */
static bool record_value(pthread_key_t key, void *value)
{
	struct thread_locals *module = keys[key].module;
	if (module == NULL || keys[key].destructor == NULL || module->sealed) {
		return true;
	}
	if (value == NULL) {
		record_clear_value(module, key);
		return true;
	}
	return record_set_value(module, (struct key_value){key, {keys[key].destructor, value}});
}

int keys_set(pthread_key_t key, const void *value)
{
	bool recorded = true;
	int saved_errno = errno;
	bool awaits_end = value == NULL || thread_end_await();
	pthread_mutex_lock(&records_lock);
	if (key < PTHREAD_KEYS_MAX) {
		recorded = (awaits_end || keys[key].module == NULL || keys[key].destructor == NULL)
				   && record_value(key, (void *)(uintptr_t)value);
	}
	pthread_mutex_unlock(&records_lock);
	errno = saved_errno;
	return recorded ? pthread_setspecific(key, value) : ENOMEM;
}

int keys_delete(pthread_key_t key)
{
	pthread_mutex_lock(&records_lock);
	if (key < PTHREAD_KEYS_MAX && keys[key].module != NULL) {
		records_forget_key(keys[key].module, key);
		keys[key].module = NULL;
	}
	pthread_mutex_unlock(&records_lock);
	return pthread_key_delete(key);
}

size_t keys_count(const struct thread_locals *module)
{
	size_t count = 0;
	pthread_mutex_lock(&records_lock);
	for (int key = 0; key < PTHREAD_KEYS_MAX; key++) {
		count += keys[key].module == module;
	}
	pthread_mutex_unlock(&records_lock);
	return count;
}

void keys_close(const struct thread_locals *module)
{
	pthread_mutex_lock(&records_lock);
	for (pthread_key_t key = 0; key < PTHREAD_KEYS_MAX; key++) {
		if (keys[key].module == module) {
			keys[key].module = NULL;
			pthread_key_delete(key);
		}
	}
	pthread_mutex_unlock(&records_lock);
}

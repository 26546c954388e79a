/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "keys.h"

#include "destructors.h"
#include "key_table.h"
#include "thread_end.h"

#include <errno.h>
#include <limits.h>
#include <stdatomic.h>
#include <string.h>

/* By key, as keys are the process's. Guarded by records_lock. */
static struct {
	struct thread_locals *module; /* NULL: no key of a module */
	void (*destructor)(void *);
	size_t stub; /* that stands in the C library's table for the destructor; 0: none */
	uintptr_t number; /* of this use of the key; 0: unknown */
} keys[PTHREAD_KEYS_MAX];

#define STUBS 65

static void end_value(size_t stub, void *value);

/* A destructor does not receive its key, so each key that is taken over has one of its own. */
#define STUB(number)                                                                                   \
	static void stub_##number(void *value)                                                             \
	{                                                                                                  \
		end_value(1 + 0##number, value);                                                               \
	}
#define EIGHT(DO, tens) DO(tens##0) DO(tens##1) DO(tens##2) DO(tens##3) DO(tens##4) DO(tens##5) DO(tens##6) DO(tens##7)
#define ALL(DO) EIGHT(DO, 0) EIGHT(DO, 1) EIGHT(DO, 2) EIGHT(DO, 3) EIGHT(DO, 4) EIGHT(DO, 5) EIGHT(DO, 6) EIGHT(DO, 7)
#define NAME(number) stub_##number,

ALL(STUB)

/* The first is none. */
static void (*const stubs[STUBS])(void *) = {NULL, ALL(NAME)};

/* Guarded by records_lock. */
static struct {
	bool taken;
	pthread_key_t key;
} stub_keys[STUBS];

/* Precondition of this and the next ones: the lock is held. Not the one that was given back last: it may be called yet. */
static size_t take_stub(pthread_key_t key)
{
	static size_t last;
	for (size_t i = 1; i < STUBS; i++) {
		size_t stub = 1 + (last + i) % (STUBS - 1);
		if (!stub_keys[stub].taken) {
			stub_keys[stub].taken = true;
			stub_keys[stub].key = key;
			last = stub - 1;
			return stub;
		}
	}
	return 0;
}

static void forget(pthread_key_t key)
{
	stub_keys[keys[key].stub].taken = false;
	keys[key].module = NULL;
	keys[key].stub = 0;
}

static _Atomic(struct thread_locals *(*)(uintptr_t)) look_for_owner;

void keys_look_for_owner(struct thread_locals *(*owner)(uintptr_t destructor))
{
	atomic_store(&look_for_owner, owner);
}

/* Precondition: the lock is held until a key is the owner's, whose keys_close comes after it cannot be found any more. */
static struct thread_locals *owner_of(uintptr_t destructor)
{
	struct thread_locals *(*look)(uintptr_t) = atomic_load(&look_for_owner);
	return look != NULL && destructor != 0 ? look(destructor) : NULL;
}

int keys_create(struct thread_locals *module, pthread_key_t *key, void (*destructor)(void *))
{
	pthread_key_t created;
	int error = pthread_key_create(&created, NULL);
	if (error == 0 && created >= PTHREAD_KEYS_MAX) {
		pthread_key_delete(created);
		error = EAGAIN;
	}
	if (error == 0) {
		uintptr_t number = key_table_number(created);
		pthread_mutex_lock(&records_lock);
		struct thread_locals *owner = owner_of((uintptr_t)destructor);
		forget(created);
		keys[created].number = number;
		keys[created].module = owner != NULL ? owner : module;
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

/* The C library calls it in a thread that ends, for a key that was taken over. */
static void end_value(size_t stub, void *value)
{
	bool awaits_end = thread_end_await();
	pthread_mutex_lock(&records_lock);
	pthread_key_t key = stub_keys[stub].key;
	if (awaits_end && stub_keys[stub].taken && keys[key].stub == stub) {
		record_value(key, value);
	}
	pthread_mutex_unlock(&records_lock);
	destructors_of_thread();
}

/* Returns false if the key is gone, or another one by now. Precondition: the lock is held. */
static bool adopt(struct thread_locals *module, pthread_key_t key, uintptr_t destructor, bool awaits_end)
{
	size_t stub = take_stub(key);
	if (!key_table_exchange(key, destructor, (uintptr_t)stubs[stub])) {
		stub_keys[stub].taken = false;
		return false;
	}
	if (keys[key].module != NULL) { /* that one is gone */
		records_forget_key(keys[key].module, key);
		forget(key);
	}
	keys[key].number = key_table_number(key);
	keys[key].module = module;
	memcpy(&keys[key].destructor, &destructor, sizeof(destructor));
	keys[key].stub = stub;
	if (awaits_end && pthread_getspecific(key) != NULL) {
		record_value(key, pthread_getspecific(key));
	}
	return true;
}

/* `module` NULL: it is the one that has the destructor, if any has. */
static bool adopt_one(struct thread_locals *module, pthread_key_t key, uintptr_t destructor)
{
	bool awaits_end = thread_end_await();
	pthread_mutex_lock(&records_lock);
	struct thread_locals *owner = module != NULL ? module : owner_of(destructor);
	bool adopted = owner != NULL && adopt(owner, key, destructor, awaits_end);
	pthread_mutex_unlock(&records_lock);
	return adopted;
}

size_t keys_adopt(struct thread_locals *module, struct address_range range)
{
	size_t count = 0;
	for (pthread_key_t key = 0; key < PTHREAD_KEYS_MAX; key++) {
		uintptr_t destructor = key_table_destructor(key);
		if (destructor >= range.begin && destructor < range.end) {
			count += adopt_one(module, key, destructor);
		}
	}
	return count;
}

/* A key that was made behind the host's back, which the C library would destroy by a module's function. */
static void adopt_unknown(pthread_key_t key)
{
	uintptr_t destructor = key_table_destructor(key);
	bool owned = false;
	if (destructor != 0) {
		pthread_mutex_lock(&records_lock);
		owned = owner_of(destructor) != NULL;
		pthread_mutex_unlock(&records_lock);
	}
	if (owned) {
		adopt_one(NULL, key, destructor);
	}
}

int keys_set(pthread_key_t key, const void *value)
{
	bool recorded = true;
	int saved_errno = errno;
	adopt_unknown(key);
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
		forget(key);
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
			struct key_use use = {keys[key].number, keys[key].stub != 0 ? (uintptr_t)stubs[keys[key].stub] : 0};
			forget(key);
			key_table_delete(key, use);
		}
	}
	pthread_mutex_unlock(&records_lock);
}

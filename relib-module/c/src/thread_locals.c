/*
 * Hooks of thread-specific keys, and of destructors of thread-locals.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

KIT_SHARED atomic_int early_keys;

HOOK int pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
	const relib_host *host = attached();
	if (host != NULL) {
		return host->key_create(attached_ledger, key, destructor);
	}
	int error = REAL(pthread_key_create)(key, destructor);
	atomic_fetch_add(&early_keys, error == 0 && destructor != NULL);
	return error;
}

HOOK int pthread_key_delete(pthread_key_t key)
{
	const relib_host *host = attached();
	return host != NULL ? host->key_delete(attached_ledger, key) : REAL(pthread_key_delete)(key);
}

HOOK int pthread_setspecific(pthread_key_t key, const void *value)
{
	const relib_host *host = attached();
	return host != NULL ? host->key_set(attached_ledger, key, value) : REAL(pthread_setspecific)(key, value);
}

HOOK int tss_create(tss_t *key, tss_dtor_t destructor)
{
	return thread_result(pthread_key_create(key, destructor));
}

HOOK void tss_delete(tss_t key)
{
	pthread_key_delete(key);
}

HOOK int tss_set(tss_t key, void *value)
{
	return thread_result(pthread_setspecific(key, value));
}

/* C++ and Rust call this for a thread-local with a destructor. The C library's own would keep the module mapped. */
HOOK int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library)
{
	const relib_host *host = attached();
	if (host != NULL) {
		return host->thread_at_exit(attached_ledger, destructor, object);
	}
	return REAL(__cxa_thread_atexit_impl) != NULL ? REAL(__cxa_thread_atexit_impl)(destructor, object, library) : -1;
}

HOOK int __cxa_thread_atexit(void (*destructor)(void *), void *object, void *library)
{
	return __cxa_thread_atexit_impl(destructor, object, library);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "thread_end.h"

#include "destructors.h"

#include <pthread.h>
#include <stddef.h>

static pthread_key_t end_key;
static bool end_key_works;

static _Thread_local bool awaits_end_of_thread_locals;
static _Thread_local bool keys_are_ending;

/* Some C libraries lack it. Destructors of thread-locals come before those of keys, so that they may use them. */
int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library) __attribute__((weak));
extern void *__dso_handle __attribute__((visibility("hidden")));

/* Runs before the keys' destructors. */
static void end_thread_locals(void *unused)
{
	(void)unused;
	awaits_end_of_thread_locals = false;
	destructors_of_thread_locals();
}

/* Other keys' destructors may register anew: then libc calls this again. */
static void end_thread(void *unused)
{
	(void)unused;
	keys_are_ending = true;
	destructors_of_thread();
	pthread_setspecific(end_key, NULL);
}

__attribute__((constructor)) static void prepare(void)
{
	end_key_works = pthread_key_create(&end_key, end_thread) == 0;
}

bool thread_end_await(void)
{
	if (!end_key_works || pthread_setspecific(end_key, &end_key) != 0) {
		return false;
	}
	if (!awaits_end_of_thread_locals && !keys_are_ending && __cxa_thread_atexit_impl != NULL) {
		awaits_end_of_thread_locals = __cxa_thread_atexit_impl(end_thread_locals, NULL, &__dso_handle) == 0;
	}
	return true;
}

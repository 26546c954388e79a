/*
 * Hooks of functions that start, join and detach threads.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

KIT_SHARED atomic_int early_threads;

struct thread_start {
	void *(*start)(void *);
	void *argument;
};

static void *run_thread(void *argument)
{
	const struct thread_start thread = *(struct thread_start *)argument;
	REAL(free)(argument);
	return run_in_boundary(thread.start, thread.argument);
}

HOOK int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
	const relib_host *host = attached();
	if (host == NULL) {
		int error = REAL(pthread_create)(thread, attributes, start, argument);
		atomic_fetch_add(&early_threads, error == 0);
		return error;
	}
	struct thread_start *request = REAL(malloc)(sizeof(*request));
	if (request == NULL) {
		return EAGAIN;
	}
	*request = (struct thread_start){start, argument};
	int error = host->thread_create(attached_ledger, thread, attributes, run_thread, request,
									ORIGIN);
	if (error != 0) {
		REAL(free)(request);
	}
	return error;
}

static int joined_early(int error)
{
	atomic_fetch_sub(&early_threads, error == 0);
	return error;
}

HOOK int pthread_join(pthread_t thread, void **result)
{
	const relib_host *host = attached();
	return host != NULL ? host->thread_join(attached_ledger, thread, result)
						: joined_early(REAL(pthread_join)(thread, result));
}

HOOK int pthread_tryjoin_np(pthread_t thread, void **result)
{
	const relib_host *host = attached();
	return host != NULL ? host->thread_join_until(attached_ledger, thread, result, CLOCK_REALTIME, NULL)
						: joined_early(REAL(pthread_tryjoin_np)(thread, result));
}

HOOK int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline)
{
	const relib_host *host = attached();
	if (host == NULL) {
		return joined_early(REAL(pthread_timedjoin_np)(thread, result, deadline));
	}
	return deadline != NULL ? host->thread_join_until(attached_ledger, thread, result, CLOCK_REALTIME, deadline)
							: host->thread_join(attached_ledger, thread, result);
}

HOOK int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline)
{
	const relib_host *host = attached();
	if (REAL(pthread_clockjoin_np) == NULL) {
		return ENOSYS;
	}
	if (host == NULL) {
		return joined_early(REAL(pthread_clockjoin_np)(thread, result, clock, deadline));
	}
	return deadline != NULL ? host->thread_join_until(attached_ledger, thread, result, clock, deadline)
							: host->thread_join(attached_ledger, thread, result);
}

HOOK int pthread_detach(pthread_t thread)
{
	const relib_host *host = attached();
	return host != NULL ? host->thread_detach(attached_ledger, thread) : REAL(pthread_detach)(thread);
}

KIT_SHARED int thread_result(int error)
{
	switch (error) {
	case 0:
		return thrd_success;
	case ENOMEM:
		return thrd_nomem;
	default:
		return thrd_error;
	}
}

struct c11_start {
	thrd_start_t start;
	void *argument;
};

static void *run_c11_thread(void *argument)
{
	const struct c11_start thread = *(struct c11_start *)argument;
	REAL(free)(argument);
	return (void *)(intptr_t)thread.start(thread.argument);
}

HOOK int thrd_create(thrd_t *thread, thrd_start_t start, void *argument)
{
	attached();
	struct c11_start *request = REAL(malloc)(sizeof(*request));
	if (request == NULL) {
		return thrd_nomem;
	}
	*request = (struct c11_start){start, argument};
	int error = pthread_create(thread, NULL, run_c11_thread, request);
	if (error != 0) {
		REAL(free)(request);
	}
	return thread_result(error);
}

HOOK int thrd_join(thrd_t thread, int *result)
{
	void *returned;
	int error = pthread_join(thread, &returned);
	if (error == 0 && result != NULL) {
		*result = (int)(intptr_t)returned;
	}
	return thread_result(error);
}

HOOK int thrd_detach(thrd_t thread)
{
	return thread_result(pthread_detach(thread));
}

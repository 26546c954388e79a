/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "quiet_lock.h"

void quiet_lock(pthread_mutex_t *lock, sigset_t *before)
{
	sigset_t all;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, before);
	pthread_mutex_lock(lock);
}

void quiet_unlock(pthread_mutex_t *lock, const sigset_t *before)
{
	pthread_mutex_unlock(lock);
	pthread_sigmask(SIG_SETMASK, before, NULL);
}

/*
 * Locks of functions that a handler of a signal may call: none runs on a thread that has such a lock, as it might ask
 * for it again.
 *
 * Any thread, also in handlers of signals. Precondition: what is locked calls nothing of a module.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_QUIET_LOCK_H
#define RELIB_QUIET_LOCK_H

#include <pthread.h>
#include <signal.h>

/* before is then what quiet_unlock needs, and is the caller's. */
void quiet_lock(pthread_mutex_t *lock, sigset_t *before);
void quiet_unlock(pthread_mutex_t *lock, const sigset_t *before);

#endif

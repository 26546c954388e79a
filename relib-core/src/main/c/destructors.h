/*
 * Runs the destructors of thread-locals and key values, each exactly once: the thread itself runs them when it
 * ends; if it lives on, they are run in its stead during the unload. Threads end in this library's code, not in
 * the module's.
 *
 * Precondition of every function: records_lock is not held.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_DESTRUCTORS_H
#define RELIB_DESTRUCTORS_H

#include "relib_rt.h"
#include "thread_records.h"

/*
 * Runs the calling thread's destructors of thread-locals. The thread is ending, and destructors of keys come
 * later.
 */
void destructors_of_thread_locals(void);

/* Runs all destructors of the calling thread, which is ending, and frees its records. */
void destructors_of_thread(void);

/* As relib_rt_run_destructors and, unless runs, relib_rt_abandon_destructors. */
int destructors_settle(struct thread_locals *module, uint64_t timeout_millis, bool runs);

/* As relib_rt_destructors, but for keys. Any thread. */
void destructors_count(const struct thread_locals *module, relib_destructors *destructors);

/* The module goes on after all: its destructors may run again. Any thread. */
void destructors_resume(struct thread_locals *module);

/* Seals the module's, and closes its records. Any thread. Precondition: settled, or the module has never been used. */
void destructors_close(struct thread_locals *module);

#endif

/*
 * Registers destructors of a module's thread-locals. Any thread. Precondition: records_lock is not held.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LOCALS_H
#define RELIB_LOCALS_H

#include "thread_records.h"

/* From now on the module's destructors are called through runner. A constructor's thread may be ending right now. */
void locals_run_by(struct thread_locals *module, void (*runner)(void (*destructor)(void *), void *object));

/* As relib_host's `thread_at_exit`. object stays the module's. */
int locals_add(struct thread_locals *module, void (*destructor)(void *), void *object);

#endif

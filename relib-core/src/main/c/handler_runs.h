/*
 * The handlers of signals that are being run now, by thread. Entries of handlers that were left by a jump are used
 * again.
 *
 * Of the calling thread, which may be in handlers of signals, also while it is in one of these.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_HANDLER_RUNS_H
#define RELIB_HANDLER_RUNS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Belongs to the process; the handler's caller holds it until run_end. */
struct run {
	atomic_int thread; /* 0: free */
	const void *context;
	uintptr_t frame;
	uint64_t order; /* of the handler; 0: the process's own */
};

/* The run that has passed the signal with this context on to the function with this frame; NULL: the kernel has. */
const struct run *run_passing_on(const void *context, uintptr_t frame);

/* NULL: too many threads are in handlers. */
struct run *run_begin(const void *context, uintptr_t frame, uint64_t order);

/* run may be NULL. */
void run_end(struct run *run);

/* Whether the thread is in a handler. */
bool run_is_any(void);

#endif

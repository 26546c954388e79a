/*
 * What can be seen of a thread from outside, without disturbing it. Any thread. What is read may change or vanish
 * meanwhile: nothing here faults over it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_PEEK_H
#define RELIB_PEEK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum thread_state {
	THREAD_GONE,    /* or ending, where it runs no code of a library any more */
	THREAD_RUNNING, /* or ready to run: its registers are not shown */
	THREAD_SLEEPING,
	THREAD_HIDDEN /* this kernel does not show it */
};

/* Where a sleeping thread is. */
struct thread_place {
	enum thread_state state;
	uintptr_t stack_pointer;
	uintptr_t counter; /* the instruction that it goes on with */
};

struct thread_place thread_place(int64_t tid);

/* A thread of the C library's making. */
struct thread_origin {
	uintptr_t start;     /* the function that it began with; 0 if unknown */
	uintptr_t argument;  /* of that function */
	uintptr_t stack_end; /* its own stack lies below; 0 if unknown */
};

/* The C library keeps both beside the thread's stack, at places that are found out by a thread made for it, once. */
struct thread_origin thread_origin(int64_t tid);

/*
 * Whether an address lies on the stack of a thread of the C library's making, or of the first one. A stack whose thread
 * has ended is none, and none is known where the system hides the process's maps.
 */
bool is_on_a_stack(uintptr_t address);

/* The address at which unwinding a thread's stack ends if it has seen the whole of it; 0 if unknown. */
uintptr_t thread_outermost(void);

/* Copies memory of this process; returns how much of it is there. */
size_t memory_copy(void *to, uintptr_t from, size_t size);

#endif

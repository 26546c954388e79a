/*
 * The list behind callbacks.h: what modules have given the C library to call later. For the parts that hook functions
 * of one kind each. Any thread; those who find callbacks hold the lock, which protects what they find.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_CALLBACK_LIST_H
#define RELIB_CALLBACK_LIST_H

#include "ledger.h"

#include <signal.h>
#include <stdio.h>
#include <time.h>

enum callback_kind {
	CALLBACK_TIMER,
	CALLBACK_NOTIFICATION,
	CALLBACK_REQUEST,
	CALLBACK_STREAM,
	CALLBACK_FORMAT,
	CALLBACK_AT_EXIT
};

/* Found by its number: the C library may still hold that of one which is long gone. */
struct callback {
	uintptr_t number;
	relib_ledger *ledger;
	enum callback_kind kind;
	int running;   /* threads inside */
	bool stopped;  /* only the thread that unloads may call it */
	bool released; /* a timer: deleted */
	bool called;   /* once at least */
	bool over;     /* goes when no thread is inside any more */
	void (*notify)(union sigval); /* NULL: it notifies in another way */
	union sigval value;
	timer_t timer;
	bool is_set; /* a timer: there is one */
	cookie_io_functions_t stream_functions;
	void *cookie;
	FILE *stream;
	int format;
	void (*at_exit)(int status, void *argument);
	const struct request_type *type;
	void *request; /* lent by the module until it has ended */
	struct callback *next;
};

/* True on the thread that unloads a module: what runs there may call the module to its end. */
extern _Thread_local bool callbacks_unloads;

/* They do nothing in a child that was forked. */
void callbacks_take_lock(void);
void callbacks_leave_lock(void);

/* Lets the lock go until a callback has ended. Precondition: the lock is held. */
void callbacks_await_change(void);

/* Who has called a hook; NULL: nobody. What a child of the process does is its own. */
relib_ledger *callbacks_caller(void);

/* Copies it, and returns its number; 0 if memory is short. Precondition: the lock is not held. */
uintptr_t callback_add(struct callback callback);

/* Preconditions of these: the lock is held, and, of the last one, that the callback is in the list. */
struct callback *callbacks_first(void);
struct callback *callback_find(uintptr_t number);
struct callback *callback_find_of(const relib_ledger *ledger, enum callback_kind kind); /* passes over released ones */
void callback_take_out(struct callback *taken);

/* Takes it out if it is there. Precondition: the lock is not held. */
void callback_drop(uintptr_t number);

/* Copies a callback that may be called; callback_end has to follow, with whether it is not called again. */
bool callback_begin(uintptr_t number, struct callback *copy);
void callback_end(uintptr_t number, bool is_over);

#endif

/*
 * What each thread has registered with each module: destructors of thread-locals, and values of keys.
 *
 * Any thread. Precondition of every function: records_lock is held.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_THREAD_RECORDS_H
#define RELIB_THREAD_RECORDS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Guards everything here. None of our other locks is taken while it is held, but for that of the list of redirected
 * libraries, whose holder does not take this one.
 */
extern pthread_mutex_t records_lock;

/* Signalled when a thread has left its destructors, and when a module's are sealed. Measures by CLOCK_MONOTONIC. */
extern pthread_cond_t records_changed;

struct destructor {
	void (*function)(void *);
	void *object;
};

struct key_value {
	pthread_key_t key;
	struct destructor destructor; /* of the value, which is its object */
};

/* One thread's registrations with one module. Belongs to the thread, which frees it. */
struct thread_record {
	struct thread_locals *module; /* NULL: closed */
	struct thread_record *next_of_module;
	struct thread_record *next_of_thread;
	int64_t tid;
	bool ending; /* the thread runs them */
	struct destructor *destructors;
	size_t destructor_count;
	size_t destructor_capacity;
	struct key_value *values;
	size_t value_count;
	size_t value_capacity;
};

/* A module's. All zero: none. */
struct thread_locals {
	struct thread_record *records; /* of the threads that have registered something */
	bool unloading;                /* the unloading thread runs or forgets the pending destructors */
	bool sealed;                   /* no destructor of the module may run any more */
	uint64_t run;
	uint64_t abandoned;
	void (*runner)(void (*destructor)(void *), void *object); /* the kit's; NULL: it has none */
};

/* The calling thread's records; only the thread itself follows this list. */
extern _Thread_local struct thread_record *own_records;

/* The calling thread's record; NULL if there is none. The thread owns it. */
struct thread_record *record_find(const struct thread_locals *module);

/* Adds to the calling thread's record. Returns false if memory is short. Precondition: the thread awaits its end. */
bool record_add_destructor(struct thread_locals *module, struct destructor destructor);

/* Sets the calling thread's value of a key. Otherwise as record_add_destructor. */
bool record_set_value(struct thread_locals *module, struct key_value value);

/* Takes a key's value away from one thread; from the calling thread; from all threads. */
void record_take_value(struct thread_record *record, pthread_key_t key);
void record_clear_value(struct thread_locals *module, pthread_key_t key);
void records_forget_key(struct thread_locals *module, pthread_key_t key);

/* Whether something is pending, and how much. */
size_t record_pending(const struct thread_record *record);

/* Gives up everything that is pending, which counts as abandoned. */
void record_abandon(struct thread_record *record);

/* Takes a record off its module's list; the thread frees it later, by record_free if it takes it off its own. */
void record_close(struct thread_record *record);
void record_free(struct thread_record *record);

#endif

/*
 * What the test module shows to the tests beside its exports: the C library as its own code sees it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_PROBE_H
#define RELIB_PROBE_H

#include "relib_module.h"

#include <stdatomic.h>
#include <stdio.h>
#include <sys/types.h>

struct local;

typedef int thread_starter(pthread_t *thread, const pthread_attr_t *attributes, void *argument);

struct probe {
	void *(*malloc)(size_t size);
	void *(*calloc)(size_t count, size_t size);
	void *(*realloc)(void *ptr, size_t size);
	void *(*reallocarray)(void *ptr, size_t count, size_t size);
	void (*free)(void *ptr);
	int (*posix_memalign)(void **ptr, size_t alignment, size_t size);
	void *(*aligned_alloc)(size_t alignment, size_t size);
	void *(*memalign)(size_t alignment, size_t size);
	void *(*valloc)(size_t size);
	void *(*pvalloc)(size_t size);
	char *(*strdup)(const char *text);
	char *(*strndup)(const char *text, size_t max);
	ssize_t (*getline)(char **line, size_t *capacity, FILE *file);
	ssize_t (*getdelim)(char **line, size_t *capacity, int delimiter, FILE *file);
	void (*untrack)(void *ptr);
	int (*join)(pthread_t thread, void **result);
	int (*tryjoin)(pthread_t thread, void **result);
	int (*timedjoin)(pthread_t thread, void **result, const struct timespec *deadline);
	int (*clockjoin)(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline);
	int (*detach)(pthread_t thread);
	void (*log)(relib_level level, const char *format, ...);
	relib_string (*string_of)(const char *text);
	relib_buffer (*buffer_of)(const void *bytes, size_t len);
	relib_buffer (*buffer_new)(size_t len);

	/* Start threads of the module: */
	thread_starter *wait_for;       /* until the atomic_int is not 0; its result is the argument */
	thread_starter *end_slowly;     /* returns, and waits for the atomic_int in a key's destructor */
	thread_starter *exit_early;     /* calls pthread_exit with the argument */
	thread_starter *detach_oneself; /* and waits for the atomic_int */
	thread_starter *name_oneself;   /* the struct naming */
	thread_starter *join_another;   /* the pthread_t; its result is the error */
	thread_starter *panic;          /* with the text */
	thread_starter *call_import;    /* with the number */
	thread_starter *panic_late;     /* in a key's destructor, after pthread_exit */
	thread_starter *call_import_late; /* in a key's destructor, with any number */
	thread_starter *hammer;         /* the struct hammer */

	int (*at_exit)(struct local *local); /* as C++ and Rust do for a thread-local */
	int (*key_create)(pthread_key_t *key); /* its values are locals */
	int (*key_delete)(pthread_key_t key);
	int (*key_set)(pthread_key_t key, const void *value);
	int (*tss_create)(pthread_key_t *key);
	int (*tss_set)(pthread_key_t key, void *value);
	void (*tss_delete)(pthread_key_t key);
	int (*thrd_create)(pthread_t *thread, int (*start)(void *), void *argument);
	int (*thrd_join)(pthread_t thread, int *result);
	int (*thrd_detach)(pthread_t thread);
};

/* What a destructor in the module is to do with it, and has done. */
struct local {
	struct local *next;      /* to be registered by the destructor */
	atomic_int *gate;        /* to be waited for */
	const pthread_key_t *key; /* to be set to it again … */
	int again;               /* … as many times */
	atomic_int *clock;
	int time; /* of destruction, by the clock */
	const void *seen; /* the key's value during destruction */
	pthread_t by;
	atomic_int begun;
	atomic_int destroyed; /* how often */
};

struct naming {
	const char *name;
	atomic_int named;
	atomic_int gate;
};

struct hammer {
	_Atomic(void *) *pool;
	size_t pool_size;
	unsigned seed;
	int rounds;
};

#endif

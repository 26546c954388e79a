/*
 * The threads of a module, from their creation until the kernel has forgotten them and nobody can join them any
 * more. Any thread, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_MODULE_THREADS_H
#define RELIB_MODULE_THREADS_H

#include "relib_rt.h"

#include <stdatomic.h>

struct thread;

/* In the order of creation. */
struct threads {
	pthread_mutex_t lock;
	struct thread **all;
	size_t count;
	size_t capacity;
	atomic_bool closing; /* the library is about to be unmapped: no thread is started any more */
};

/* The caller owns threads, until threads_close. Once. */
void threads_open(struct threads *threads);

/* As relib_host's functions: threads_create owns nothing of its caller's. threads outlives the created thread. */
int threads_create(struct threads *threads, pthread_t *handle, const pthread_attr_t *attributes, void *(*start)(void *),
				   void *argument, const void *origin);
int threads_join(struct threads *threads, pthread_t handle, void **result);
int threads_join_until(struct threads *threads, pthread_t handle, void **result, int clock,
					   const struct timespec *deadline);
int threads_detach(struct threads *threads, pthread_t handle);

/* As relib_rt_threads and relib_rt_join_ended. */
size_t threads_list(struct threads *threads, relib_thread_info *infos, size_t capacity);
size_t threads_join_ended(struct threads *threads);

/* Forgets all threads. Precondition: none is left. */
void threads_close(struct threads *threads);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "soak.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_SOAK)

#define MAX_THREADS 8

static pthread_t threads[MAX_THREADS];
static int thread_count;
static bool stopping;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void *run(void *unused)
{
	(void)unused;
	pthread_mutex_lock(&mutex);
	while (!stopping) {
		free(malloc(100));
		pthread_cond_wait(&changed, &mutex);
	}
	pthread_mutex_unlock(&mutex);
	return NULL;
}

void soak_start_threads(int32_t count)
{
	for (int i = 0; i < count && thread_count < MAX_THREADS; i++) {
		if (pthread_create(&threads[thread_count], NULL, run, NULL) != 0) {
			relib_panic("no thread");
		}
		thread_count++;
	}
}

RELIB_BEFORE_UNLOAD
{
	pthread_mutex_lock(&mutex);
	stopping = true;
	pthread_cond_broadcast(&changed);
	pthread_mutex_unlock(&mutex);
	/* The last thread is not joined: the host has to wait for it. */
	for (int i = 0; i + 1 < thread_count; i++) {
		pthread_join(threads[i], NULL);
	}
}

static void *volatile kept;

void soak_leak(int32_t count, int32_t bytes)
{
	for (int32_t i = 0; i < count; i++) {
		switch (i % 3) {
		case 0:
			kept = malloc((size_t)bytes);
			break;
		case 1:
			kept = calloc(1, (size_t)bytes);
			break;
		default:
			kept = realloc(malloc(1), (size_t)bytes);
			break;
		}
	}
}

relib_buffer soak_work(relib_str text)
{
	char *copy = strndup(text.ptr, text.len);
	relib_buffer result = relib_buffer_of(copy, text.len);
	free(copy);
	return result;
}

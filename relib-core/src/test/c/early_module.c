/*
 * A module whose constructor allocates, makes a key if LEAVE_KEY is defined, and starts a thread; it joins it,
 * or leaves it running if LEAVE_RUNNING is defined. Its destructor calls what it is told to.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_module.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

RELIB_MODULE("1.0.0", "")

#ifdef LEAVE_RUNNING
static const bool leave_running = true;
#else
static const bool leave_running = false;
#endif

RELIB_VISIBLE extern void *memory;
void *memory;

RELIB_VISIBLE void grow_memory(void);
void grow_memory(void)
{
	memory = realloc(memory, 200);
}

RELIB_VISIBLE extern pthread_t thread;
RELIB_VISIBLE extern atomic_int stop;
pthread_t thread;
atomic_int stop;

RELIB_VISIBLE extern void (*leaving)(void);
void (*leaving)(void);

/* Uses the hooks: it must not need the dynamic linker's lock, which the constructor's thread holds. */
static void *run(void *argument)
{
	do {
		free(realloc(malloc(10), 100));
		usleep(100);
	} while (leave_running && atomic_load(&stop) == 0);
	return argument;
}

__attribute__((constructor)) static void construct(void)
{
	memory = malloc(100);
#ifdef LEAVE_KEY
	pthread_key_t key;
	if (pthread_key_create(&key, free) == 0) {
		pthread_setspecific(key, malloc(10));
	}
#endif
	if (pthread_create(&thread, NULL, run, NULL) == 0 && !leave_running) {
		pthread_join(thread, NULL);
	}
}

/* Frees while the library is closed what the module still has: the host must not free it again. */
__attribute__((destructor)) static void destroy(void)
{
	pthread_key_t key;
	if (leaving != NULL) {
		leaving();
		if (pthread_key_create(&key, NULL) == 0) {
			pthread_key_delete(key);
		}
	}
	free(memory);
}

/*
 * A library without the kit that modules need.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

static pthread_key_t key;
static pthread_once_t prepared = PTHREAD_ONCE_INIT;
static int destroyed;

static void destroy(void *value)
{
	*(int *)value += 1;
}

static void prepare(void)
{
	pthread_key_create(&key, destroy);
}

static pthread_key_t early;
static void *volatile memory;

__attribute__((constructor)) static void begin(void)
{
	pthread_key_create(&early, destroy);
	memory = malloc(1);
}

__attribute__((destructor)) static void finish(void)
{
	free(memory);
}

/* Sets the calling thread's value of a key that the constructor has made. Returns where it is counted when destroyed. */
EXPORT int *part_use_early_key(void);
EXPORT int *part_use_early_key(void)
{
	pthread_setspecific(early, &destroyed);
	return &destroyed;
}

static void *run(void *argument)
{
	pthread_setspecific(key, &destroyed);
	return argument;
}

/* How many values of threads were destroyed, with that of the one that it starts; negative: there was none. */
EXPORT int part_thread(void);
EXPORT int part_thread(void)
{
	pthread_t thread;
	pthread_once(&prepared, prepare);
	int error = pthread_create(&thread, NULL, run, NULL);
	if (error != 0) {
		return -error;
	}
	pthread_join(thread, NULL);
	return destroyed;
}

static char written[100];

static ssize_t keep(void *cookie, const char *text, size_t size)
{
	(void)cookie;
	strncat(written, text, size);
	return (ssize_t)size;
}

/* All that was written so far. */
EXPORT const char *part_write(const char *text);
EXPORT const char *part_write(const char *text)
{
	static FILE *stream;
	if (stream == NULL) {
		stream = fopencookie(NULL, "w", (cookie_io_functions_t){.write = keep});
		setvbuf(stream, NULL, _IONBF, 0);
	}
	fputs(text, stream);
	return written;
}

static void ignore(int number)
{
	(void)number;
}

EXPORT void part_handle(int number);
EXPORT void part_handle(int number)
{
	signal(number, ignore);
}

int (*volatile part_function)(void); /* written, however well the linker optimizes */

EXPORT void part_keep(int (*function)(void));
EXPORT void part_keep(int (*function)(void))
{
	part_function = function;
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "linker.h"

#include <pthread.h>

#define EDGES(TYPE) \
	EXPORT TYPE same_##TYPE(TYPE value) \
	{ \
		return value; \
	} \
	EXPORT TYPE pass_##TYPE(TYPE (*function)(TYPE), TYPE value) \
	{ \
		return function(value); \
	}

EDGES(BYTE)
EDGES(SHORT)
EDGES(INT)
EDGES(LONG)
EDGES(FLOAT)
EDGES(DOUBLE)

EXPORT void nothing(void)
{
}

EXPORT int64_t plus(int64_t a, int64_t b)
{
	return a + b;
}

EXPORT int64_t minus(int64_t a, int64_t b)
{
	return a - b;
}

EXPORT int64_t apply(int64_t (*function)(int64_t), int64_t value)
{
	return function(value) + 1;
}

typedef struct call {
	int64_t (*function)(int64_t);
	int64_t value;
} call;

static void *call_twice(void *argument)
{
	call *made = argument;
	pthread_setname_np(pthread_self(), "native");
	made->value = made->function(made->value) + made->function(made->value);
	return NULL;
}

EXPORT int64_t apply_on_thread(int64_t (*function)(int64_t), int64_t value)
{
	pthread_t thread;
	call made = {function, value};
	if (pthread_create(&thread, NULL, call_twice, &made) != 0) {
		return -1;
	}
	pthread_join(thread, NULL);
	return made.value;
}

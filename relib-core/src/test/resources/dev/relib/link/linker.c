/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "linker.h"

#include <errno.h>
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

extern int __cxa_thread_atexit_impl(void (*run)(void *), void *value, void *library);
extern void *__dso_handle;

static pthread_key_t late_key;

static void call_late(void *argument)
{
	call *made = argument;
	made->value = made->function(made->value);
}

/* The destructor of a thread-local that is older than the JVM's own runs after it. */
static void *call_while_ending(void *argument)
{
	__cxa_thread_atexit_impl(call_late, argument, &__dso_handle);
	pthread_setspecific(late_key, argument);
	call_late(argument);
	return NULL;
}

EXPORT int64_t apply_on_ending_thread(int64_t (*function)(int64_t), int64_t value)
{
	pthread_t thread;
	call made = {function, value};
	if (pthread_key_create(&late_key, call_late) != 0 || pthread_create(&thread, NULL, call_while_ending, &made) != 0) {
		return -1;
	}
	pthread_join(thread, NULL);
	pthread_key_delete(late_key);
	return made.value;
}

typedef struct { int32_t x, y; } pair;
typedef struct { float x, y, z; } floats;
typedef struct { int64_t n; double d; } mixed;
typedef struct { pair of; double more[3]; int8_t last; } large;

EXPORT pair turn_pair(pair p, int8_t by)
{
	return (pair) { p.y + by, p.x + by };
}

EXPORT floats turn_floats(double by, floats f)
{
	return (floats) { f.z * (float)by, f.y * (float)by, f.x * (float)by };
}

EXPORT mixed turn_mixed(mixed m)
{
	return (mixed) { (int64_t)m.d, (double)m.n };
}

EXPORT large turn_large(int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, mixed m, large l, float f)
{
	l.of.x += (int32_t)(a + b + c + d + e);
	l.more[2] += (double)m.n + m.d + (double)f;
	l.last++;
	return l;
}

__extension__ typedef __int128 wide;

EXPORT wide turn_wide(wide w, int64_t by)
{
	return w + by;
}

EXPORT int64_t leave_errno(int64_t error)
{
	if (error != 0) {
		errno = (int)error;
	}
	return error;
}

/*
 * The module under test.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "probe.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <unistd.h>

RELIB_MODULE("1.2.3", "exports Probe\n  divide(a: i32, b: i32) -> i32\nimports Host\n  ask(number: i32) -> i32\n")

/* ---- An import, as generated code calls it -------------------------------------------------- */

RELIB_IMPORT_SLOT extern int32_t (*__relib__Host_ask)(uint8_t *success, int32_t number);
int32_t (*__relib__Host_ask)(uint8_t *success, int32_t number);

static int32_t ask(int32_t number)
{
	uint8_t success = RELIB_PANICKED;
	if (__relib__Host_ask == NULL) {
		relib_import_unbound("Host.ask");
	}
	int32_t result = __relib__Host_ask(&success, number);
	if (success != RELIB_RETURNED) {
		relib_import_failed("Host.ask");
	}
	return result;
}

/* ---- Exports, as generated code makes them -------------------------------------------------- */

RELIB_EXPORT int32_t __relib__Probe_divide(uint8_t *success, int32_t a, int32_t b);
RELIB_EXPORT int32_t __relib__Probe_divide(uint8_t *success, int32_t a, int32_t b)
{
	RELIB_BOUNDARY(success, return 0);
	if (b == 0) {
		relib_panic("%d cannot be divided by zero", a);
	}
	int32_t result = a / b;
	relib_boundary_leave(&relib_boundary_here, success);
	return result;
}

/* Asks the host, and panics if its answer is negative. */
RELIB_EXPORT int32_t __relib__Probe_ask(uint8_t *success, int32_t number);
RELIB_EXPORT int32_t __relib__Probe_ask(uint8_t *success, int32_t number)
{
	RELIB_BOUNDARY(success, return 0);
	int32_t result = ask(number);
	if (result < 0) {
		relib_panic("the answer is %d", result);
	}
	relib_boundary_leave(&relib_boundary_here, success);
	return result;
}

RELIB_EXPORT void __relib__Probe_panic(uint8_t *success, relib_str text);
RELIB_EXPORT void __relib__Probe_panic(uint8_t *success, relib_str text)
{
	RELIB_BOUNDARY(success, return);
	relib_panic("%.*s", (int)text.len, text.ptr);
}

RELIB_EXPORT relib_string *__relib__Probe_greet(uint8_t *success, relib_str name);
RELIB_EXPORT relib_string *__relib__Probe_greet(uint8_t *success, relib_str name)
{
	RELIB_BOUNDARY(success, return NULL);
	char text[64];
	snprintf(text, sizeof(text), "Hello, %.*s!", (int)name.len, name.ptr);
	relib_string value = relib_string_of(text);
	relib_string *result = relib_value_box(&relib_type_string, &value);
	relib_boundary_leave(&relib_boundary_here, success);
	return result;
}

RELIB_EXPORT void __post__relib__Probe_greet(relib_string *result);
RELIB_EXPORT void __post__relib__Probe_greet(relib_string *result)
{
	relib_value_unbox(&relib_type_string, result);
}

RELIB_EXPORT relib_buffer *__relib__Probe_zeros(uint8_t *success, int64_t len);
RELIB_EXPORT relib_buffer *__relib__Probe_zeros(uint8_t *success, int64_t len)
{
	RELIB_BOUNDARY(success, return NULL);
	relib_buffer value = relib_buffer_new((size_t)len);
	relib_buffer *result = relib_value_box(&relib_type_buffer, &value);
	relib_boundary_leave(&relib_boundary_here, success);
	return result;
}

RELIB_EXPORT void __post__relib__Probe_zeros(relib_buffer *result);
RELIB_EXPORT void __post__relib__Probe_zeros(relib_buffer *result)
{
	relib_value_unbox(&relib_type_buffer, result);
}

RELIB_BEFORE_UNLOAD
{
	ask(0);
}

RELIB_EXPORT void panic_without_export(void);
RELIB_EXPORT void panic_without_export(void)
{
	relib_panic("nobody is called");
}

/* ---- Threads -------------------------------------------------------------------------------- */

static void wait_until_set(void *gate)
{
	while (atomic_load((atomic_int *)gate) == 0) {
		usleep(200);
	}
}

static void *run_wait_for(void *gate)
{
	wait_until_set(gate);
	return gate;
}

static void delete_slowly(void *gate)
{
	wait_until_set(gate);
}

/* The keys stay: their destructors run after the thread's function has returned. */
static void set_key(void (*destructor)(void *), void *value)
{
	pthread_key_t key;
	pthread_key_create(&key, destructor);
	pthread_setspecific(key, value);
}

static void *run_end_slowly(void *gate)
{
	set_key(delete_slowly, gate);
	return NULL;
}

static void *run_exit_early(void *argument)
{
	pthread_exit(argument);
}

static void *run_detach_oneself(void *gate)
{
	pthread_detach(pthread_self());
	return run_wait_for(gate);
}

static void *run_name_oneself(void *argument)
{
	struct naming *naming = argument;
	pthread_setname_np(pthread_self(), naming->name);
	atomic_store(&naming->named, 1);
	return run_wait_for(&naming->gate);
}

static void *run_join_another(void *thread)
{
	return (void *)(intptr_t)pthread_join(*(pthread_t *)thread, NULL);
}

static void *run_panic(void *text)
{
	relib_panic("%s", (const char *)text);
}

static void *run_call_import(void *number)
{
	return (void *)(intptr_t)ask((int32_t)(intptr_t)number);
}

static void panic_with(void *text)
{
	relib_panic("%s", (const char *)text);
}

static void *run_panic_late(void *text)
{
	set_key(panic_with, text);
	pthread_exit(NULL);
}

static void ask_with(void *number)
{
	ask((int32_t)(intptr_t)number);
}

static void *run_call_import_late(void *number)
{
	set_key(ask_with, number == NULL ? &number : number);
	return NULL;
}

/* Frees, moves and allocates at random, in a pool that threads share: each often frees another's memory. */
static void *run_hammer(void *argument)
{
	struct hammer *hammer = argument;
	unsigned random = hammer->seed;
	for (int i = 0; i < hammer->rounds; i++) {
		random = random * 1664525u + 1013904223u;
		size_t size = 1 + (random >> 8) % ((random >> 24) % 16 == 0 ? 40000 : 400);
		void *mine = atomic_exchange(&hammer->pool[(random >> 12) % hammer->pool_size], NULL);
		switch ((random >> 28) % 4) {
		case 0:
			free(mine);
			mine = NULL;
			break;
		case 1:
			mine = realloc(mine, size);
			break;
		default:
			free(mine);
			mine = malloc(size);
		}
		free(atomic_exchange(&hammer->pool[(random >> 4) % hammer->pool_size], mine));
	}
	return NULL;
}

/* The result passes through a variable: in a tail call the caller of pthread_create would be the test. */
#define STARTER(name)                                                                                  \
	static int start_##name(pthread_t *thread, const pthread_attr_t *attributes, void *argument)       \
	{                                                                                                  \
		volatile int error = pthread_create(thread, attributes, run_##name, argument);                 \
		return error;                                                                                  \
	}
STARTER(wait_for)
STARTER(end_slowly)
STARTER(exit_early)
STARTER(detach_oneself)
STARTER(name_oneself)
STARTER(join_another)
STARTER(panic)
STARTER(call_import)
STARTER(panic_late)
STARTER(call_import_late)
STARTER(hammer)

/* ---- Thread-locals -------------------------------------------------------------------------- */

int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library);
extern void *__dso_handle;

static int at_exit(struct local *local);

static void destroy(void *object)
{
	struct local *local = object;
	local->by = pthread_self();
	local->time = local->clock != NULL ? atomic_fetch_add(local->clock, 1) + 1 : 0;
	atomic_fetch_add(&local->begun, 1);
	if (local->gate != NULL) {
		wait_until_set(local->gate);
	}
	if (local->next != NULL) {
		at_exit(local->next);
	}
	if (local->key != NULL) {
		local->seen = pthread_getspecific(*local->key);
	}
	if (local->again-- > 0) {
		pthread_setspecific(*local->key, local);
	}
	atomic_fetch_add(&local->destroyed, 1);
}

static int at_exit(struct local *local)
{
	return __cxa_thread_atexit_impl(destroy, local, &__dso_handle);
}

static int create_key(pthread_key_t *key)
{
	return pthread_key_create(key, destroy);
}

static int create_tss(tss_t *key)
{
	return tss_create(key, destroy);
}

/* ---- The C library as this module sees it --------------------------------------------------- */

/* Calls, not addresses: optimised calls go where the header's inline functions lead. */
static ssize_t read_line(char **line, size_t *capacity, FILE *file)
{
	return getline(line, capacity, file);
}

static ssize_t read_field(char **line, size_t *capacity, int delimiter, FILE *file)
{
	return getdelim(line, capacity, delimiter, file);
}

RELIB_VISIBLE extern struct probe probe;
struct probe probe = {
	malloc,
	calloc,
	realloc,
	reallocarray,
	free,
	posix_memalign,
	aligned_alloc,
	memalign,
	valloc,
	pvalloc,
	strdup,
	strndup,
	read_line,
	read_field,
	relib_untrack,
	pthread_join,
	pthread_tryjoin_np,
	pthread_timedjoin_np,
	pthread_clockjoin_np,
	pthread_detach,
	relib_log,
	relib_string_of,
	relib_buffer_of,
	relib_buffer_new,
	start_wait_for,
	start_end_slowly,
	start_exit_early,
	start_detach_oneself,
	start_name_oneself,
	start_join_another,
	start_panic,
	start_call_import,
	start_panic_late,
	start_call_import_late,
	start_hammer,
	at_exit,
	create_key,
	pthread_key_delete,
	pthread_setspecific,
	create_tss,
	tss_set,
	tss_delete,
	thrd_create,
	thrd_join,
	thrd_detach,
};

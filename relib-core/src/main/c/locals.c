/*
 * The destructors of a module's thread-locals and key values, run exactly once: by the thread itself when it
 * ends, or during the unload, in its stead, if it lives on. Threads end in this library's code,
 * not in the module's.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

pthread_mutex_t locals_lock = PTHREAD_MUTEX_INITIALIZER;

/* A visit is no longer busy, or a ledger is sealed. */
static pthread_cond_t changed;

struct destructor {
	void (*function)(void *);
	void *object;
};

struct value {
	pthread_key_t key;
	void *value;
};

/* What one thread has registered in one module. Belongs to the thread, which frees it. */
struct visit {
	relib_ledger *ledger; /* NULL: closed */
	struct visit *next_of_ledger;
	struct visit *next_of_thread;
	int64_t tid;
	bool ending; /* the thread runs them */
	struct destructor *destructors;
	size_t destructor_count;
	size_t destructor_capacity;
	struct value *values;
	size_t value_count;
	size_t value_capacity;
};

/* Only the thread itself follows this list. */
static _Thread_local struct visit *visits;

/* ---- The end of a thread, as libc tells it --------------------------------------------------- */

static pthread_key_t end_key;
static bool end_key_works;

static void end_locals(void *unused);
static void end_thread(void *unused);

/* Not in every C library. Destructors of thread-locals come before those of keys, so that they may use them. */
int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library) __attribute__((weak));
extern void *__dso_handle __attribute__((visibility("hidden")));

static _Thread_local bool awaits_end_locals;
static _Thread_local bool keys_are_ending;

__attribute__((constructor)) static void prepare(void)
{
	pthread_condattr_t attributes;
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&changed, &attributes);
	pthread_condattr_destroy(&attributes);
	end_key_works = pthread_key_create(&end_key, end_thread) == 0;
}

bool locals_await_end(void)
{
	if (!end_key_works || pthread_setspecific(end_key, &end_key) != 0) {
		return false;
	}
	if (!awaits_end_locals && !keys_are_ending && __cxa_thread_atexit_impl != NULL) {
		awaits_end_locals = __cxa_thread_atexit_impl(end_locals, NULL, &__dso_handle) == 0;
	}
	return true;
}

/* ---- Visits ---------------------------------------------------------------------------------- */

static void unlink_of_ledger(struct visit *visit)
{
	struct visit **link = &visit->ledger->locals.visits;
	while (*link != visit) {
		link = &(*link)->next_of_ledger;
	}
	*link = visit->next_of_ledger;
}

static void discard(struct visit *visit)
{
	free(visit->destructors);
	free(visit->values);
	free(visit);
}

/* Frees the calling thread's visits that are of no use any more. */
static void sweep(void)
{
	for (struct visit **link = &visits; *link != NULL;) {
		struct visit *visit = *link;
		if (visit->ledger == NULL) {
			*link = visit->next_of_thread;
			discard(visit);
		} else {
			link = &visit->next_of_thread;
		}
	}
}

/* The calling thread's; NULL if there is none. */
static struct visit *find_visit(const relib_ledger *ledger)
{
	struct visit *visit = visits;
	while (visit != NULL && visit->ledger != ledger) {
		visit = visit->next_of_thread;
	}
	return visit;
}

/* The calling thread's, which awaits its end, made if there is none. NULL if memory is short. */
static struct visit *make_visit(relib_ledger *ledger)
{
	sweep();
	struct visit *visit = find_visit(ledger);
	if (visit == NULL && (visit = calloc(1, sizeof(*visit))) != NULL) {
		visit->ledger = ledger;
		visit->tid = syscall(SYS_gettid);
		visit->next_of_thread = visits;
		visits = visit;
		visit->next_of_ledger = ledger->locals.visits;
		ledger->locals.visits = visit;
	}
	return visit;
}

static void *grown(void *array, size_t *capacity, size_t count, size_t size)
{
	if (count < *capacity) {
		return array;
	}
	size_t wanted = *capacity == 0 ? 4 : *capacity * 2;
	void *larger = realloc(array, wanted * size);
	if (larger != NULL) {
		*capacity = wanted;
	}
	return larger;
}

static bool add_destructor(struct visit *visit, struct destructor destructor)
{
	struct destructor *destructors = grown(visit->destructors, &visit->destructor_capacity, visit->destructor_count,
										   sizeof(*destructors));
	if (destructors == NULL) {
		return false;
	}
	visit->destructors = destructors;
	destructors[visit->destructor_count++] = destructor;
	return true;
}

int locals_add(relib_ledger *ledger, void (*destructor)(void *), void *object)
{
	int error = errno;
	bool added = true;
	bool awaits_end = locals_await_end();
	pthread_mutex_lock(&locals_lock);
	if (ledger->locals.sealed) {
		ledger->locals.abandoned++;
	} else if (!awaits_end) {
		added = false;
	} else {
		struct visit *visit = make_visit(ledger);
		added = visit != NULL && add_destructor(visit, (struct destructor){destructor, object});
	}
	pthread_mutex_unlock(&locals_lock);
	errno = error;
	return added ? 0 : -1;
}

static void take_value(struct visit *visit, pthread_key_t key)
{
	for (size_t i = 0; i < visit->value_count; i++) {
		if (visit->values[i].key == key) {
			visit->values[i] = visit->values[--visit->value_count];
			return;
		}
	}
}

bool locals_set_value(relib_ledger *ledger, pthread_key_t key, void *value)
{
	if (ledger->locals.sealed) {
		return true;
	}
	struct visit *visit = value == NULL ? find_visit(ledger) : make_visit(ledger);
	if (visit == NULL) {
		return value == NULL;
	}
	take_value(visit, key);
	if (value == NULL) {
		return true;
	}
	struct value *values = grown(visit->values, &visit->value_capacity, visit->value_count, sizeof(*values));
	if (values == NULL) {
		return false;
	}
	visit->values = values;
	values[visit->value_count++] = (struct value){key, value};
	return true;
}

void locals_forget_key(relib_ledger *ledger, pthread_key_t key)
{
	for (struct visit *visit = ledger->locals.visits; visit != NULL; visit = visit->next_of_ledger) {
		take_value(visit, key);
	}
}

void locals_run_by(relib_ledger *ledger, void (*runner)(void (*)(void *), void *))
{
	pthread_mutex_lock(&locals_lock);
	ledger->locals.runner = runner;
	pthread_mutex_unlock(&locals_lock);
}

/* ---- Running. The lock is held, and let go while a destructor runs --------------------------- */

static void run(struct visit *visit, void (*function)(void *), void *object)
{
	void (*runner)(void (*)(void *), void *) = visit->ledger->locals.runner;
	visit->ledger->locals.run++;
	pthread_mutex_unlock(&locals_lock);
	if (runner != NULL) {
		runner(function, object);
	} else {
		function(object);
	}
	pthread_mutex_lock(&locals_lock);
}

/* Also those that are registered meanwhile. */
static void run_destructors(struct visit *visit)
{
	while (visit->destructor_count > 0) {
		struct destructor last = visit->destructors[--visit->destructor_count];
		run(visit, last.function, last.object);
	}
}

/* Each value that there is now; what is set meanwhile stays for the next round. own: of the calling thread. */
static void run_values(struct visit *visit, bool own)
{
	for (size_t left = visit->value_count; left > 0 && visit->value_count > 0; left--) {
		struct value first = visit->values[0];
		take_value(visit, first.key);
		if (own) {
			pthread_setspecific(first.key, NULL);
		}
		run(visit, keys_destructor(first.key), first.value);
		run_destructors(visit);
	}
}

static bool is_busy(const struct visit *visit)
{
	return visit->destructor_count > 0 || visit->value_count > 0;
}

static void abandon(struct visit *visit)
{
	visit->ledger->locals.abandoned += visit->destructor_count + visit->value_count;
	visit->destructor_count = 0;
	visit->value_count = 0;
}

/* ---- By the thread itself -------------------------------------------------------------------- */

/* Leaves it to the unloading thread, if there is one, and waits for that. */
static void await_unloading(const struct visit *visit)
{
	while (visit->ledger != NULL && visit->ledger->locals.unloading && !visit->ledger->locals.sealed) {
		pthread_cond_wait(&changed, &locals_lock);
	}
}

/* Returns whether there was anything to run. */
static bool run_own(struct visit *visit, bool values)
{
	await_unloading(visit);
	if (visit->ledger == NULL || !is_busy(visit)) {
		return false;
	}
	visit->ending = true;
	run_destructors(visit);
	if (values) {
		run_values(visit, true);
	}
	visit->ending = false;
	pthread_cond_broadcast(&changed);
	return true;
}

static bool run_round(bool values)
{
	bool ran = false;
	for (struct visit *visit = visits; visit != NULL; visit = visit->next_of_thread) {
		ran |= run_own(visit, values);
	}
	return ran;
}

/* Runs before the keys' destructors. */
static void end_locals(void *unused)
{
	(void)unused;
	awaits_end_locals = false;
	pthread_mutex_lock(&locals_lock);
	run_round(false);
	pthread_mutex_unlock(&locals_lock);
}

/* Other keys' destructors may register anew: then libc comes here again. */
static void end_thread(void *unused)
{
	(void)unused;
	keys_are_ending = true;
	pthread_mutex_lock(&locals_lock);
	for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS && run_round(true); round++) {
	}
	while (visits != NULL) {
		struct visit *visit = visits;
		await_unloading(visit);
		visits = visit->next_of_thread;
		if (visit->ledger != NULL) {
			abandon(visit);
			unlink_of_ledger(visit);
		}
		discard(visit);
	}
	pthread_mutex_unlock(&locals_lock);
	pthread_setspecific(end_key, NULL);
}

/* ---- By the thread that unloads -------------------------------------------------------------- */

static struct timespec after(uint64_t millis)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	uint64_t nanos = (uint64_t)time.tv_nsec + millis % 1000 * 1000000;
	time.tv_sec += (time_t)(millis / 1000 + nanos / 1000000000);
	time.tv_nsec = (long)(nanos % 1000000000);
	return time;
}

static uint64_t count_ending(const struct locals *locals)
{
	uint64_t ending = 0;
	for (struct visit *visit = locals->visits; visit != NULL; visit = visit->next_of_ledger) {
		ending += visit->ending;
	}
	return ending;
}

static bool await_ending(const struct locals *locals, uint64_t millis)
{
	struct timespec deadline = after(millis);
	int error = 0;
	while (count_ending(locals) > 0 && error != ETIMEDOUT) {
		error = pthread_cond_timedwait(&changed, &locals_lock, &deadline);
	}
	return count_ending(locals) == 0;
}

static void run_rounds(struct visit *visit, bool own)
{
	for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS && is_busy(visit); round++) {
		run_destructors(visit);
		run_values(visit, own);
	}
	abandon(visit);
}

/* What a thread leaves is run, as well as what that registers, by a thread that has nothing of its own yet. */
static void *run_for_another(void *visited)
{
	struct visit *visit = visited;
	relib_ledger *ledger = visit->ledger;
	pthread_mutex_lock(&locals_lock);
	run_rounds(visit, false);
	struct visit *own = find_visit(ledger);
	if (own != NULL) {
		run_rounds(own, true);
		unlink_of_ledger(own);
		own->ledger = NULL;
	}
	pthread_mutex_unlock(&locals_lock);
	return NULL;
}

static void run_elsewhere(struct visit *visit)
{
	pthread_t thread;
	pthread_mutex_unlock(&locals_lock);
	int error = pthread_create(&thread, NULL, run_for_another, visit);
	if (error == 0) {
		pthread_join(thread, NULL);
	}
	pthread_mutex_lock(&locals_lock);
	if (error != 0) {
		abandon(visit);
	}
}

static struct visit *find_busy(const struct locals *locals)
{
	struct visit *visit = locals->visits;
	while (visit != NULL && !is_busy(visit)) {
		visit = visit->next_of_ledger;
	}
	return visit;
}

/*
 * Each thread's by a thread of its own: a destructor that asks for another thread-local must not find one that
 * an earlier thread's destructors have left destroyed; Rust ends the process then. A thread that registered
 * after libc had last asked it to end has gone with its thread-locals.
 */
static void run_all(const struct locals *locals)
{
	for (struct visit *visit; (visit = find_busy(locals)) != NULL;) {
		if (kernel_thread_gone(visit->tid, 0)) {
			abandon(visit);
		} else if (visit == find_visit(visit->ledger)) {
			run_rounds(visit, true);
		} else {
			run_elsewhere(visit);
		}
	}
}

static int settle(relib_ledger *ledger, uint64_t timeout_millis, bool runs)
{
	struct locals *locals = &ledger->locals;
	pthread_mutex_lock(&locals_lock);
	bool ready = await_ending(locals, timeout_millis);
	if (ready) {
		locals->unloading = true;
		if (runs) {
			run_all(locals);
		}
		for (struct visit *visit = locals->visits; visit != NULL; visit = visit->next_of_ledger) {
			abandon(visit);
		}
		locals->sealed = true;
		pthread_cond_broadcast(&changed);
	}
	pthread_mutex_unlock(&locals_lock);
	return !ready;
}

int relib_rt_run_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	return settle(ledger, timeout_millis, true);
}

int relib_rt_abandon_destructors(relib_ledger *ledger, uint64_t timeout_millis)
{
	return settle(ledger, timeout_millis, false);
}

void relib_rt_destructors(relib_ledger *ledger, relib_destructors *destructors)
{
	const struct locals *locals = &ledger->locals;
	*destructors = (relib_destructors){.keys = relib_rt_keys(ledger)};
	pthread_mutex_lock(&locals_lock);
	for (struct visit *visit = locals->visits; visit != NULL; visit = visit->next_of_ledger) {
		destructors->pending += visit->destructor_count + visit->value_count;
	}
	destructors->run = locals->run;
	destructors->abandoned = locals->abandoned;
	destructors->running = count_ending(locals);
	pthread_mutex_unlock(&locals_lock);
}

void locals_close(relib_ledger *ledger)
{
	pthread_mutex_lock(&locals_lock);
	ledger->locals.sealed = true;
	pthread_cond_broadcast(&changed);
	for (struct visit *visit = ledger->locals.visits; visit != NULL; visit = visit->next_of_ledger) {
		visit->ledger = NULL;
	}
	pthread_mutex_unlock(&locals_lock);
}

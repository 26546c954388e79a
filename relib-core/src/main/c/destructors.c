/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "destructors.h"

#include "kernel_thread.h"

#include <errno.h>
#include <limits.h>
#include <time.h>

/* Each function but those of the header: the lock is held, and let go while a destructor runs. */

static void run(struct thread_record *record, struct destructor destructor)
{
	void (*runner)(void (*)(void *), void *) = record->module->runner;
	record->module->run++;
	pthread_mutex_unlock(&records_lock);
	if (runner != NULL) {
		runner(destructor.function, destructor.object);
	} else {
		destructor.function(destructor.object);
	}
	pthread_mutex_lock(&records_lock);
}

/* Also those that are registered meanwhile. */
static void run_destructors(struct thread_record *record)
{
	while (record->destructor_count > 0) {
		run(record, record->destructors[--record->destructor_count]);
	}
}

/* Each value of now; values that are set meanwhile stay for the next round. own: of the calling thread. */
static void run_values(struct thread_record *record, bool own)
{
	for (size_t left = record->value_count; left > 0 && record->value_count > 0; left--) {
		struct key_value first = record->values[0];
		record_take_value(record, first.key);
		if (own) {
			pthread_setspecific(first.key, NULL);
		}
		run(record, first.destructor);
		run_destructors(record);
	}
}

/* Leaves the record to the thread that unloads the module, if there is one, and waits for that. */
static void await_unloading(const struct thread_record *record)
{
	while (record->module != NULL && record->module->unloading && !record->module->sealed) {
		pthread_cond_wait(&records_changed, &records_lock);
	}
}

/* Returns whether there was anything to run. */
static bool run_own(struct thread_record *record, bool values)
{
	await_unloading(record);
	if (record->module == NULL || record_pending(record) == 0) {
		return false;
	}
	record->ending = true;
	run_destructors(record);
	if (values) {
		run_values(record, true);
	}
	record->ending = false;
	pthread_cond_broadcast(&records_changed);
	return true;
}

static bool run_round(bool values)
{
	bool ran = false;
	for (struct thread_record *record = own_records; record != NULL; record = record->next_of_thread) {
		ran |= run_own(record, values);
	}
	return ran;
}

void destructors_of_thread_locals(void)
{
	pthread_mutex_lock(&records_lock);
	run_round(false);
	pthread_mutex_unlock(&records_lock);
}

void destructors_of_thread(void)
{
	pthread_mutex_lock(&records_lock);
	for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS && run_round(true); round++) {
	}
	while (own_records != NULL) {
		struct thread_record *record = own_records;
		await_unloading(record);
		own_records = record->next_of_thread;
		if (record->module != NULL) {
			record_abandon(record);
			record_close(record);
		}
		record_free(record);
	}
	pthread_mutex_unlock(&records_lock);
}

static struct timespec after(uint64_t millis)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	uint64_t nanos = (uint64_t)time.tv_nsec + millis % 1000 * 1000000;
	time.tv_sec += (time_t)(millis / 1000 + nanos / 1000000000);
	time.tv_nsec = (long)(nanos % 1000000000);
	return time;
}

static uint64_t count_ending(const struct thread_locals *module)
{
	uint64_t ending = 0;
	for (struct thread_record *record = module->records; record != NULL; record = record->next_of_module) {
		ending += record->ending;
	}
	return ending;
}

static bool await_ending(const struct thread_locals *module, uint64_t millis)
{
	struct timespec deadline = after(millis);
	int error = 0;
	while (count_ending(module) > 0 && error != ETIMEDOUT) {
		error = pthread_cond_timedwait(&records_changed, &records_lock, &deadline);
	}
	return count_ending(module) == 0;
}

static void run_rounds(struct thread_record *record, bool own)
{
	for (int round = 0; round < PTHREAD_DESTRUCTOR_ITERATIONS && record_pending(record) > 0; round++) {
		run_destructors(record);
		run_values(record, own);
	}
	record_abandon(record);
}

/* Runs another thread's destructors, and those that they register here, on a thread that has no thread-locals yet. */
static void *run_for_another(void *other)
{
	struct thread_record *record = other;
	pthread_mutex_lock(&records_lock);
	struct thread_locals *module = record->module;
	run_rounds(record, false);
	struct thread_record *own = record_find(module);
	if (own != NULL) {
		run_rounds(own, true);
		record_close(own);
	}
	pthread_mutex_unlock(&records_lock);
	return NULL;
}

static void run_elsewhere(struct thread_record *record)
{
	pthread_t thread;
	pthread_mutex_unlock(&records_lock);
	int error = pthread_create(&thread, NULL, run_for_another, record);
	if (error == 0) {
		pthread_join(thread, NULL);
	}
	pthread_mutex_lock(&records_lock);
	if (error != 0) {
		record_abandon(record);
	}
}

static struct thread_record *find_pending(const struct thread_locals *module)
{
	struct thread_record *record = module->records;
	while (record != NULL && record_pending(record) == 0) {
		record = record->next_of_module;
	}
	return record;
}

/*
 * Each thread's on a thread of its own: a destructor that asks for another thread-local must not find one that an
 * earlier thread's destructors have left destroyed; Rust ends the process then. A thread that registered after
 * libc had last asked it to end has gone with its thread-locals.
 */
static void run_all(const struct thread_locals *module)
{
	for (struct thread_record *record; (record = find_pending(module)) != NULL;) {
		if (kernel_thread_gone(record->tid, 0)) {
			record_abandon(record);
		} else if (record == record_find(module)) {
			run_rounds(record, true);
		} else {
			run_elsewhere(record);
		}
	}
}

int destructors_settle(struct thread_locals *module, uint64_t timeout_millis, bool runs)
{
	pthread_mutex_lock(&records_lock);
	bool ready = await_ending(module, timeout_millis);
	if (ready) {
		module->unloading = true;
		if (runs) {
			run_all(module);
		}
		for (struct thread_record *record = module->records; record != NULL; record = record->next_of_module) {
			record_abandon(record);
		}
		module->sealed = true;
		pthread_cond_broadcast(&records_changed);
	}
	pthread_mutex_unlock(&records_lock);
	return !ready;
}

void destructors_resume(struct thread_locals *module)
{
	pthread_mutex_lock(&records_lock);
	module->unloading = false;
	module->sealed = false;
	pthread_cond_broadcast(&records_changed);
	pthread_mutex_unlock(&records_lock);
}

void destructors_count(const struct thread_locals *module, relib_destructors *destructors)
{
	*destructors = (relib_destructors){0};
	pthread_mutex_lock(&records_lock);
	for (struct thread_record *record = module->records; record != NULL; record = record->next_of_module) {
		destructors->pending += record_pending(record);
	}
	destructors->run = module->run;
	destructors->abandoned = module->abandoned;
	destructors->running = count_ending(module);
	pthread_mutex_unlock(&records_lock);
}

void destructors_close(struct thread_locals *module)
{
	pthread_mutex_lock(&records_lock);
	module->sealed = true;
	pthread_cond_broadcast(&records_changed);
	for (struct thread_record *record = module->records; record != NULL; record = record->next_of_module) {
		record->module = NULL;
	}
	pthread_mutex_unlock(&records_lock);
}

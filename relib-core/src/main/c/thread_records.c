/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "thread_records.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

pthread_mutex_t records_lock = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t records_changed;
_Thread_local struct thread_record *own_records;

__attribute__((constructor)) static void prepare(void)
{
	pthread_condattr_t attributes;
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&records_changed, &attributes);
	pthread_condattr_destroy(&attributes);
}

void record_close(struct thread_record *record)
{
	struct thread_record **link = &record->module->records;
	while (*link != record) {
		link = &(*link)->next_of_module;
	}
	*link = record->next_of_module;
	record->module = NULL;
}

void record_free(struct thread_record *record)
{
	free(record->destructors);
	free(record->values);
	free(record);
}

/* Frees the calling thread's records that are of no use any more. */
static void sweep(void)
{
	for (struct thread_record **link = &own_records; *link != NULL;) {
		struct thread_record *record = *link;
		if (record->module == NULL) {
			*link = record->next_of_thread;
			record_free(record);
		} else {
			link = &record->next_of_thread;
		}
	}
}

struct thread_record *record_find(const struct thread_locals *module)
{
	struct thread_record *record = own_records;
	while (record != NULL && record->module != module) {
		record = record->next_of_thread;
	}
	return record;
}

/* The calling thread's, made if there is none. NULL if memory is short. */
static struct thread_record *find_or_make(struct thread_locals *module)
{
	sweep();
	struct thread_record *record = record_find(module);
	if (record == NULL && (record = calloc(1, sizeof(*record))) != NULL) {
		record->module = module;
		record->tid = syscall(SYS_gettid);
		record->next_of_thread = own_records;
		own_records = record;
		record->next_of_module = module->records;
		module->records = record;
	}
	return record;
}

/* The array, or a larger one, with room for one more element; NULL if memory is short. */
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

bool record_add_destructor(struct thread_locals *module, struct destructor destructor)
{
	struct thread_record *record = find_or_make(module);
	if (record == NULL) {
		return false;
	}
	struct destructor *destructors = grown(record->destructors, &record->destructor_capacity, record->destructor_count,
										   sizeof(*destructors));
	if (destructors == NULL) {
		return false;
	}
	record->destructors = destructors;
	destructors[record->destructor_count++] = destructor;
	return true;
}

void record_take_value(struct thread_record *record, pthread_key_t key)
{
	for (size_t i = 0; i < record->value_count; i++) {
		if (record->values[i].key == key) {
			record->values[i] = record->values[--record->value_count];
			return;
		}
	}
}

bool record_set_value(struct thread_locals *module, struct key_value value)
{
	struct thread_record *record = find_or_make(module);
	if (record == NULL) {
		return false;
	}
	record_take_value(record, value.key);
	struct key_value *values = grown(record->values, &record->value_capacity, record->value_count, sizeof(*values));
	if (values == NULL) {
		return false;
	}
	record->values = values;
	values[record->value_count++] = value;
	return true;
}

void record_clear_value(struct thread_locals *module, pthread_key_t key)
{
	struct thread_record *record = record_find(module);
	if (record != NULL) {
		record_take_value(record, key);
	}
}

void records_forget_key(struct thread_locals *module, pthread_key_t key)
{
	for (struct thread_record *record = module->records; record != NULL; record = record->next_of_module) {
		record_take_value(record, key);
	}
}

size_t record_pending(const struct thread_record *record)
{
	return record->destructor_count + record->value_count;
}

void record_abandon(struct thread_record *record)
{
	record->module->abandoned += record_pending(record);
	record->destructor_count = 0;
	record->value_count = 0;
}

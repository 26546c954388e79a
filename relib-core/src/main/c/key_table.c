/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "key_table.h"

#include <limits.h>
#include <link.h>
#include <stdatomic.h>
#include <string.h>

/* As the C library keeps a key. Odd numbers: in use. */
struct slot {
	_Atomic(uintptr_t) number;
	_Atomic(uintptr_t) destructor;
};

static struct {
	pthread_once_t once;
	struct slot *slots; /* NULL: not found */
} table = {.once = PTHREAD_ONCE_INIT};

static int destroyed[2];

static void destroy_first(void *value)
{
	(void)value;
	destroyed[0]++;
}

static void destroy_second(void *value)
{
	(void)value;
	destroyed[1]++;
}

/* Two keys of ours, as they must be found. */
struct search {
	pthread_key_t keys[2];
	uintptr_t creator; /* a function of the library that has the table */
	struct slot *found;
	size_t count;
};

static bool is_in_use(const struct slot *slot, void (*destructor)(void *))
{
	return atomic_load(&slot->number) % 2 == 1 && atomic_load(&slot->destructor) == (uintptr_t)destructor;
}

static void search_data(struct search *search, uintptr_t begin, uintptr_t end)
{
	const size_t size = PTHREAD_KEYS_MAX * sizeof(struct slot);
	begin = (begin + sizeof(uintptr_t) - 1) & ~(sizeof(uintptr_t) - 1);
	for (uintptr_t at = begin; at < end && end - at >= size; at += sizeof(uintptr_t)) {
		struct slot *slots = (struct slot *)at; /* NOLINT: an address of the loader's */
		if (is_in_use(&slots[search->keys[0]], destroy_first) && is_in_use(&slots[search->keys[1]], destroy_second)) {
			search->found = slots;
			search->count++;
		}
	}
}

/* Libraries of older C libraries, and those whose function has been replaced by a preloaded one. */
static bool is_named(const char *path)
{
	return path != NULL && (strstr(path, "/libc.so") != NULL || strstr(path, "/libpthread.so") != NULL);
}

static bool has_code(const struct dl_phdr_info *info, uintptr_t address)
{
	bool found = false;
	for (int i = 0; i < info->dlpi_phnum && !found; i++) {
		uintptr_t begin = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
		found = info->dlpi_phdr[i].p_type == PT_LOAD && address >= begin &&
				address - begin < info->dlpi_phdr[i].p_memsz;
	}
	return found;
}

static int search_library(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	struct search *search = data;
	if (!has_code(info, search->creator) && !is_named(info->dlpi_name)) {
		return 0;
	}
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
		if (segment->p_type == PT_LOAD && (segment->p_flags & PF_W) != 0) {
			uintptr_t begin = info->dlpi_addr + segment->p_vaddr;
			search_data(search, begin, begin + segment->p_memsz);
		}
	}
	return 0;
}

static void find(void)
{
	struct search search = {.creator = (uintptr_t)pthread_key_create};
	if (pthread_key_create(&search.keys[0], destroy_first) != 0) {
		return;
	}
	if (pthread_key_create(&search.keys[1], destroy_second) == 0) {
		if (search.keys[0] < PTHREAD_KEYS_MAX && search.keys[1] < PTHREAD_KEYS_MAX) {
			dl_iterate_phdr(search_library, &search);
		}
		pthread_key_delete(search.keys[1]);
	}
	pthread_key_delete(search.keys[0]);
	table.slots = search.count == 1 ? search.found : NULL;
}

static struct slot *slots(void)
{
	pthread_once(&table.once, find);
	return table.slots;
}

void key_table_prepare(void)
{
	slots();
}

struct address_range key_table_range(void)
{
	uintptr_t begin = (uintptr_t)slots();
	return (struct address_range){begin, begin != 0 ? begin + PTHREAD_KEYS_MAX * sizeof(struct slot) : 0};
}

uintptr_t key_table_destructor(pthread_key_t key)
{
	const struct slot *all = slots();
	if (all == NULL || key >= PTHREAD_KEYS_MAX || atomic_load(&all[key].number) % 2 == 0) {
		return 0;
	}
	return atomic_load(&all[key].destructor);
}

bool key_table_exchange(pthread_key_t key, uintptr_t expected, uintptr_t destructor)
{
	struct slot *all = slots();
	return all != NULL && key < PTHREAD_KEYS_MAX && atomic_load(&all[key].number) % 2 == 1 &&
		   atomic_compare_exchange_strong(&all[key].destructor, &expected, destructor);
}

uintptr_t key_table_number(pthread_key_t key)
{
	const struct slot *all = slots();
	uintptr_t number = all != NULL && key < PTHREAD_KEYS_MAX ? atomic_load(&all[key].number) : 0;
	return number % 2 == 1 ? number : 0;
}

/* In one step, as the C library does it. */
void key_table_delete(pthread_key_t key, struct key_use use)
{
	struct slot *all = slots();
	if (use.destructor != 0 && key_table_destructor(key) != use.destructor) {
		return;
	}
	if (all == NULL || use.number == 0) {
		pthread_key_delete(key);
	} else {
		atomic_compare_exchange_strong(&all[key].number, &use.number, use.number + 1);
	}
}

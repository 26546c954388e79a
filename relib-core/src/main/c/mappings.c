/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "mappings.h"

#include "quiet_lock.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct range {
	uintptr_t begin;
	uintptr_t end;
	const relib_ledger *ledger;
	const void *origin;
};

static pthread_mutex_t ranges_lock = PTHREAD_MUTEX_INITIALIZER;
static struct range *ranges;
static size_t count;
static size_t capacity;

/* The place of the first range that ends after the address. */
static size_t find(uintptr_t address)
{
	size_t low = 0;
	size_t high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (ranges[middle].end <= address) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

/* Whether there is room for one more range; false if memory is short. */
static bool has_room(void)
{
	if (count == capacity) {
		size_t larger = capacity == 0 ? 64 : capacity * 2;
		struct range *moved = realloc(ranges, larger * sizeof(*ranges));
		if (moved == NULL) {
			return false;
		}
		ranges = moved;
		capacity = larger;
	}
	return true;
}

static void insert(size_t place, struct range range)
{
	if (has_room()) {
		memmove(&ranges[place + 1], &ranges[place], (count - place) * sizeof(*ranges));
		ranges[place] = range;
		count++;
	}
}

static void erase(size_t place)
{
	count--;
	memmove(&ranges[place], &ranges[place + 1], (count - place) * sizeof(*ranges));
}

/* Returns whether any of it was there. Where memory is short, the end of a range that is split is lost. */
static bool cut(uintptr_t begin, uintptr_t end)
{
	bool any = false;
	size_t place = find(begin);
	while (place < count && ranges[place].begin < end) {
		struct range *range = &ranges[place];
		struct range rest = *range;
		any = true;
		if (range->begin < begin && range->end > end) {
			range->end = begin;
			rest.begin = end;
			insert(place + 1, rest);
			break;
		}
		if (range->begin < begin) {
			range->end = begin;
			place++;
		} else if (range->end > end) {
			range->begin = end;
			break;
		} else {
			erase(place);
		}
	}
	return any;
}

/* The end of the last page, or 0 if there is none. */
static uintptr_t end_of(const void *address, size_t length)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t begin = (uintptr_t)address;
	return length == 0 || begin % page != 0 || length > UINTPTR_MAX - begin - page
			   ? 0
			   : (begin + length + page - 1) & ~(page - 1);
}

void mappings_add(const relib_ledger *ledger, void *address, size_t length, const void *origin)
{
	sigset_t before;
	uintptr_t begin = (uintptr_t)address;
	uintptr_t end = end_of(address, length);
	int error = errno;
	if (end != 0) {
		quiet_lock(&ranges_lock, &before);
		cut(begin, end);
		insert(find(begin), (struct range){begin, end, ledger, origin});
		quiet_unlock(&ranges_lock, &before);
	}
	errno = error;
}

bool mappings_remove(void *address, size_t length)
{
	sigset_t before;
	bool known = false;
	uintptr_t end = end_of(address, length);
	int error = errno;
	if (end != 0) {
		quiet_lock(&ranges_lock, &before);
		known = cut((uintptr_t)address, end);
		quiet_unlock(&ranges_lock, &before);
	}
	errno = error;
	return known;
}

size_t mappings_list(const relib_ledger *ledger, relib_mapping_info *mappings, size_t max)
{
	sigset_t before;
	size_t found = 0;
	quiet_lock(&ranges_lock, &before);
	for (size_t i = 0; i < count; i++) {
		const struct range *range = &ranges[i];
		if (range->ledger == ledger) {
			if (found < max) {
				mappings[found] = (relib_mapping_info){range->begin, range->end - range->begin, (uintptr_t)range->origin};
			}
			found++;
		}
	}
	quiet_unlock(&ranges_lock, &before);
	return found;
}

/* Takes the module's ranges away, and unmaps them if wanted: with the lock, as nobody may map there meanwhile. */
static size_t take_all(const relib_ledger *ledger, bool unmap)
{
	sigset_t before;
	size_t unmapped = 0;
	size_t kept = 0;
	quiet_lock(&ranges_lock, &before);
	for (size_t i = 0; i < count; i++) {
		struct range range = ranges[i];
		if (range.ledger != ledger) {
			ranges[kept++] = range;
		} else if (unmap) {
			unmapped += munmap((void *)range.begin, range.end - range.begin) == 0;
		}
	}
	count = kept;
	quiet_unlock(&ranges_lock, &before);
	return unmapped;
}

size_t mappings_unmap_all(const relib_ledger *ledger)
{
	return take_all(ledger, true);
}

void mappings_forget(const relib_ledger *ledger)
{
	take_all(ledger, false);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "images.h"

#include "image_table.h"

#include <elf.h>
#include <link.h>
#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#ifndef DF_1_NODELETE
#define DF_1_NODELETE 0x8
#endif

/* The loader counts what it maps and unmaps. */
struct change {
	bool known;
	unsigned long long added;
	unsigned long long removed;
};

/* While the loader holds its lock nothing is allocated: who does so may wait for the loader. */
struct reading {
	size_t size; /* that all images take */
	char *end;   /* of what was filled in */
	char *limit;
	size_t count;
	struct image *last;
	bool failed; /* there was not enough room */
	struct change change;
};

#define SPARE_ROOM 4096 /* for libraries that arrive meanwhile */
#define TRIES 16

/* What the loader has mapped, before it is copied: strings of a library vanish with it. */
struct mapped {
	uintptr_t base;
	struct address_range all;
	struct address_range code;
	struct address_range data;
	uintptr_t frames;
	const ElfW(Dyn) * dynamic;
	const char *strings;
};

/* What was read last, as long as the loader has changed nothing since. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct image *kept;
static struct change kept_since;

static struct change change_of(const struct dl_phdr_info *info, size_t size)
{
	bool known = size >= offsetof(struct dl_phdr_info, dlpi_subs) + sizeof(info->dlpi_subs);
	return known ? (struct change){true, info->dlpi_adds, info->dlpi_subs} : (struct change){0};
}

static int ask_for_change(struct dl_phdr_info *info, size_t size, void *data)
{
	*(struct change *)data = change_of(info, size);
	return 1;
}

/* A copy of what was read last; NULL if the loader has changed something since, or memory is short. */
static struct image *kept_images(struct change now)
{
	struct image *copy = NULL;
	pthread_mutex_lock(&lock);
	if (kept != NULL && now.known && now.added == kept_since.added && now.removed == kept_since.removed) {
		copy = image_table_copy(kept);
	}
	pthread_mutex_unlock(&lock);
	return copy;
}

static void keep_images(const struct image *images, struct change change)
{
	struct image *copy = change.known ? image_table_copy(images) : NULL;
	pthread_mutex_lock(&lock);
	struct image *old = kept;
	kept = copy;
	kept_since = change;
	pthread_mutex_unlock(&lock);
	images_free(old);
}

static void widen(struct address_range *range, uintptr_t begin, uintptr_t end)
{
	range->begin = range->end == 0 || begin < range->begin ? begin : range->begin;
	range->end = end > range->end ? end : range->end;
}

static struct mapped segments(const struct dl_phdr_info *info)
{
	struct mapped mapped = {.base = info->dlpi_addr};
	struct address_range written_once = {0};
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
		uintptr_t begin = info->dlpi_addr + segment->p_vaddr;
		if (segment->p_type == PT_LOAD) {
			widen(&mapped.all, begin, begin + segment->p_memsz);
			if ((segment->p_flags & PF_X) != 0) {
				widen(&mapped.code, begin, begin + segment->p_memsz);
			}
			if ((segment->p_flags & PF_W) != 0) {
				widen(&mapped.data, begin, begin + segment->p_memsz);
			}
		} else if (segment->p_type == PT_DYNAMIC) {
			mapped.dynamic = (const ElfW(Dyn) *)begin;
		} else if (segment->p_type == PT_GNU_EH_FRAME) {
			mapped.frames = begin;
		} else if (segment->p_type == PT_GNU_RELRO) {
			widen(&written_once, begin, begin + segment->p_memsz);
		}
	}
	if (written_once.begin <= mapped.data.begin && written_once.end > mapped.data.begin) { /* linkers put it in front */
		mapped.data.begin = written_once.end;
	}
	for (const ElfW(Dyn) *entry = mapped.dynamic; entry != NULL && entry->d_tag != DT_NULL; entry++) {
		if (entry->d_tag == DT_STRTAB) { /* the loader adds the base, or it does not */
			uintptr_t value = entry->d_un.d_ptr;
			bool absolute = value >= mapped.all.begin && value < mapped.all.end;
			mapped.strings = (const char *)(absolute ? value : mapped.base + value);
		}
	}
	return mapped;
}

static const char *keep(char **end, const char *text)
{
	const char *kept = *end;
	size_t size = strlen(text) + 1;
	memcpy(*end, text, size);
	*end += size;
	return kept;
}

static size_t size_of(const struct mapped *mapped, const char *path)
{
	size_t size = sizeof(struct image) + strlen(path) + 2;
	for (const ElfW(Dyn) *entry = mapped->dynamic; mapped->strings != NULL && entry->d_tag != DT_NULL; entry++) {
		if (entry->d_tag == DT_NEEDED || entry->d_tag == DT_SONAME) {
			size += strlen(mapped->strings + entry->d_un.d_val) + 1;
			size += entry->d_tag == DT_NEEDED ? sizeof(char *) : 0;
		}
	}
	return (size + sizeof(struct image *) - 1) & ~(sizeof(struct image *) - 1);
}

/* The names of the libraries that it needs, then its texts follow the image. */
static void fill(struct image *image, const struct mapped *mapped, const char *path)
{
	image->base = mapped->base;
	image->dynamic = (uintptr_t)mapped->dynamic;
	image->mapped = mapped->all;
	image->code = mapped->code;
	image->data = mapped->data;
	image->frames = mapped->frames;
	image->needed = (const char **)(image + 1);
	for (const ElfW(Dyn) *entry = mapped->dynamic; mapped->strings != NULL && entry->d_tag != DT_NULL; entry++) {
		image->needed_count += entry->d_tag == DT_NEEDED;
	}
	char *end = (char *)(image->needed + image->needed_count);
	size_t needed = 0;
	image->path = keep(&end, path);
	image->soname = keep(&end, "");
	for (const ElfW(Dyn) *entry = mapped->dynamic; mapped->strings != NULL && entry->d_tag != DT_NULL; entry++) {
		const char *text = mapped->strings + entry->d_un.d_val;
		if (entry->d_tag == DT_NEEDED) {
			image->needed[needed++] = keep(&end, text);
		} else if (entry->d_tag == DT_SONAME) {
			image->soname = keep(&end, text);
		} else if (entry->d_tag == DT_FLAGS_1) {
			image->stays = (entry->d_un.d_val & DF_1_NODELETE) != 0;
		}
	}
}

static int measure(struct dl_phdr_info *info, size_t size, void *data)
{
	struct reading *reading = data;
	struct mapped mapped = segments(info);
	(void)size;
	reading->size += size_of(&mapped, info->dlpi_name != NULL ? info->dlpi_name : "");
	reading->count++;
	return 0;
}

static int add(struct dl_phdr_info *info, size_t size, void *data)
{
	struct reading *reading = data;
	struct mapped mapped = segments(info);
	const char *path = info->dlpi_name != NULL ? info->dlpi_name : "";
	size_t wanted = size_of(&mapped, path);
	if ((size_t)(reading->limit - reading->end) < wanted) {
		reading->failed = true;
		return 1;
	}
	struct image *image = (struct image *)(void *)reading->end;
	fill(image, &mapped, path);
	if (reading->last != NULL) {
		reading->last->next = image;
	}
	reading->last = image;
	reading->end += wanted;
	reading->change = change_of(info, size);
	return 0;
}

static struct image *read_anew(void)
{
	for (int i = 0; i < TRIES; i++) {
		struct reading reading = {0};
		dl_iterate_phdr(measure, &reading);
		struct image_table *table = image_table_new(reading.count, reading.size + SPARE_ROOM);
		if (table == NULL) {
			return NULL;
		}
		reading.end = image_table_room(table);
		reading.limit = reading.end + reading.size + SPARE_ROOM;
		dl_iterate_phdr(add, &reading);
		if (!reading.failed && reading.last != NULL) {
			struct image *images = (struct image *)(void *)image_table_room(table);
			image_table_fill(table, images);
			keep_images(images, reading.change);
			return images;
		}
		image_table_free(table);
	}
	return NULL;
}

struct image *images_read(void)
{
	struct change now = {0};
	dl_iterate_phdr(ask_for_change, &now);
	struct image *images = kept_images(now);
	return images != NULL ? images : read_anew();
}

void images_free(struct image *images)
{
	if (images != NULL) {
		image_table_free(images->table);
	}
}

size_t images_count(const struct image *images)
{
	size_t count = 0;
	for (; images != NULL; images = images->next) {
		count++;
	}
	return count;
}

const struct image *images_named(const struct image *images, const char *name)
{
	return images != NULL ? image_table_named(images->table, name) : NULL;
}

const struct image *images_at(const struct image *images, uintptr_t address)
{
	while (images != NULL && (address < images->code.begin || address >= images->code.end)) {
		images = images->next;
	}
	return images;
}

bool images_needs(const struct image *image, const struct image *needed)
{
	size_t i = 0;
	while (i < image->needed_count && !image_table_is_called(needed, image->needed[i])) {
		i++;
	}
	return i < image->needed_count;
}

bool images_called(const struct image *images, const char *name)
{
	while (images != NULL && !image_table_is_called(images, name)) {
		images = images->next;
	}
	return images != NULL;
}

struct spreading {
	bool (*marked)(const struct image *);
	void (*mark)(struct image *);
	struct image *next;
};

static void spread_to(struct image *image, void *data)
{
	struct spreading *spreading = data;
	if (!spreading->marked(image)) {
		spreading->mark(image);
		image->next_to_spread = spreading->next;
		spreading->next = image;
	}
}

/* Spreads a mark from the images that have it to those that they need. */
static void spread(struct image *images, bool (*marked)(const struct image *), void (*mark)(struct image *))
{
	struct spreading spreading = {marked, mark, NULL};
	for (struct image *image = images; image != NULL; image = image->next) {
		if (marked(image)) {
			image->next_to_spread = spreading.next;
			spreading.next = image;
		}
	}
	while (spreading.next != NULL) {
		struct image *image = spreading.next;
		spreading.next = image->next_to_spread;
		for (size_t i = 0; i < image->needed_count; i++) {
			image_table_each(image->table, image->needed[i], spread_to, &spreading);
		}
	}
}

static bool is_reached(const struct image *image)
{
	return image->reached;
}

static void reach(struct image *image)
{
	image->reached = true;
}

static bool is_staying(const struct image *image)
{
	return image->stays;
}

static void stay(struct image *image)
{
	image->stays = true;
}

static int compare(const void *one, const void *other)
{
	uintptr_t a = *(const uintptr_t *)one;
	uintptr_t b = *(const uintptr_t *)other;
	return (a > b) - (a < b);
}

void images_sort(uintptr_t *dynamics, size_t count)
{
	qsort(dynamics, count, sizeof(*dynamics), compare);
}

bool images_has(const uintptr_t *sorted, size_t count, uintptr_t dynamic)
{
	return count > 0 && bsearch(&dynamic, sorted, count, sizeof(*sorted), compare) != NULL;
}

uintptr_t images_dynamic(const void *handle)
{
	return (uintptr_t)((const struct link_map *)handle)->l_ld;
}

void images_mark(struct image *images, const void *handle, const uintptr_t *brought, size_t count)
{
	images_mark_from(images, images_dynamic(handle), brought, count);
}

void images_mark_from(struct image *images, uintptr_t dynamic, const uintptr_t *brought, size_t count)
{
	for (struct image *image = images; image != NULL; image = image->next) {
		image->reached = image->dynamic == dynamic;
	}
	spread(images, is_reached, reach);
	for (struct image *image = images; image != NULL; image = image->next) {
		bool outside = image->dynamic != dynamic && !images_has(brought, count, image->dynamic);
		image->stays |= !image->reached || outside;
	}
	spread(images, is_staying, stay);
	for (struct image *image = images; image != NULL; image = image->next) {
		image->goes = !image->stays;
	}
}

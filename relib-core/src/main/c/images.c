/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "images.h"

#include <elf.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>

#ifndef DF_1_NODELETE
#define DF_1_NODELETE 0x8
#endif

/* While the loader holds its lock nothing is allocated: who does so may wait for the loader. */
struct reading {
	size_t size; /* that all images take */
	char *end;   /* of what was filled in */
	char *limit;
	struct image *last;
	bool failed; /* there was not enough room */
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
	struct mapped mapped = segments(info);
	(void)size;
	((struct reading *)data)->size += size_of(&mapped, info->dlpi_name != NULL ? info->dlpi_name : "");
	return 0;
}

static int add(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
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
	return 0;
}

struct image *images_read(void)
{
	for (int i = 0; i < TRIES; i++) {
		struct reading reading = {0};
		dl_iterate_phdr(measure, &reading);
		size_t size = reading.size + SPARE_ROOM;
		char *room = calloc(1, size);
		if (room == NULL) {
			return NULL;
		}
		reading.end = room;
		reading.limit = room + size;
		dl_iterate_phdr(add, &reading);
		if (!reading.failed && reading.last != NULL) {
			return (struct image *)(void *)room; /* the first of them */
		}
		free(room);
	}
	return NULL;
}

void images_free(struct image *images)
{
	free(images);
}

size_t images_count(const struct image *images)
{
	size_t count = 0;
	for (; images != NULL; images = images->next) {
		count++;
	}
	return count;
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}

static bool is_called(const struct image *image, const char *name)
{
	return strcmp(image->soname, name) == 0 || strcmp(image->path, name) == 0 ||
		   strcmp(file_name(image->path), file_name(name)) == 0;
}

const struct image *images_named(const struct image *images, const char *name)
{
	while (images != NULL && strcmp(file_name(images->path), name) != 0) {
		images = images->next;
	}
	return images;
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
	while (i < image->needed_count && !is_called(needed, image->needed[i])) {
		i++;
	}
	return i < image->needed_count;
}

/* Spreads a mark from the images that have it to those that they need. */
static void spread(struct image *images, bool (*marked)(const struct image *), void (*mark)(struct image *))
{
	bool changed = true;
	while (changed) {
		changed = false;
		for (struct image *image = images; image != NULL; image = image->next) {
			for (size_t i = 0; marked(image) && i < image->needed_count; i++) {
				for (struct image *other = images; other != NULL; other = other->next) {
					if (!marked(other) && is_called(other, image->needed[i])) {
						mark(other);
						changed = true;
					}
				}
			}
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

static bool is_among(uintptr_t dynamic, const uintptr_t *all, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (all[i] == dynamic) {
			return true;
		}
	}
	return false;
}

uintptr_t images_dynamic(const void *handle)
{
	return (uintptr_t)((const struct link_map *)handle)->l_ld;
}

void images_mark(struct image *images, const void *handle, const uintptr_t *brought, size_t count)
{
	uintptr_t dynamic = images_dynamic(handle);
	for (struct image *image = images; image != NULL; image = image->next) {
		image->reached = image->dynamic == dynamic;
	}
	spread(images, is_reached, reach);
	for (struct image *image = images; image != NULL; image = image->next) {
		bool outside = image->dynamic != dynamic && !is_among(image->dynamic, brought, count);
		image->stays |= !image->reached || outside;
	}
	spread(images, is_staying, stay);
	for (struct image *image = images; image != NULL; image = image->next) {
		image->goes = !image->stays;
	}
}

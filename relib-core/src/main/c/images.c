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

struct reading {
	struct image *first;
	bool failed;
};

/* What the loader has mapped, before it is copied: strings of a library vanish with it. */
struct mapped {
	uintptr_t base;
	struct address_range all;
	struct address_range code;
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
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
		uintptr_t begin = info->dlpi_addr + segment->p_vaddr;
		if (segment->p_type == PT_LOAD) {
			widen(&mapped.all, begin, begin + segment->p_memsz);
			if ((segment->p_flags & PF_X) != 0) {
				widen(&mapped.code, begin, begin + segment->p_memsz);
			}
		} else if (segment->p_type == PT_DYNAMIC) {
			mapped.dynamic = (const ElfW(Dyn) *)begin;
		} else if (segment->p_type == PT_GNU_EH_FRAME) {
			mapped.frames = begin;
		}
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

static struct image *copy(const struct mapped *mapped, const char *path)
{
	size_t room = strlen(path) + 2;
	size_t needed = 0;
	for (const ElfW(Dyn) *entry = mapped->dynamic; mapped->strings != NULL && entry->d_tag != DT_NULL; entry++) {
		if (entry->d_tag == DT_NEEDED || entry->d_tag == DT_SONAME) {
			room += strlen(mapped->strings + entry->d_un.d_val) + 1;
			needed += entry->d_tag == DT_NEEDED;
		}
	}
	struct image *image = calloc(1, sizeof(*image) + room);
	if (image == NULL) {
		return NULL;
	}
	char *end = image->text;
	image->base = mapped->base;
	image->dynamic = (uintptr_t)mapped->dynamic;
	image->mapped = mapped->all;
	image->code = mapped->code;
	image->frames = mapped->frames;
	image->path = keep(&end, path);
	image->soname = keep(&end, "");
	image->needed = calloc(needed + 1, sizeof(char *));
	for (const ElfW(Dyn) *entry = mapped->dynamic; mapped->strings != NULL && entry->d_tag != DT_NULL; entry++) {
		const char *text = mapped->strings + entry->d_un.d_val;
		if (entry->d_tag == DT_NEEDED && image->needed != NULL) {
			image->needed[image->needed_count++] = keep(&end, text);
		} else if (entry->d_tag == DT_SONAME) {
			image->soname = keep(&end, text);
		} else if (entry->d_tag == DT_FLAGS_1) {
			image->stays = (entry->d_un.d_val & DF_1_NODELETE) != 0;
		}
	}
	return image;
}

static int add(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	struct reading *reading = data;
	struct mapped mapped = segments(info);
	struct image *image = copy(&mapped, info->dlpi_name != NULL ? info->dlpi_name : "");
	if (image == NULL || image->needed == NULL) {
		reading->failed = true;
		free(image);
		return 1;
	}
	image->next = reading->first;
	reading->first = image;
	return 0;
}

struct image *images_read(void)
{
	struct reading reading = {0};
	dl_iterate_phdr(add, &reading);
	if (reading.failed) {
		images_free(reading.first);
		return NULL;
	}
	return reading.first;
}

void images_free(struct image *images)
{
	while (images != NULL) {
		struct image *next = images->next;
		free(images->needed);
		free(images);
		images = next;
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

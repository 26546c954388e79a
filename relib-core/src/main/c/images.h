/*
 * The libraries of the process, and which of them a dlclose would unmap. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_IMAGES_H
#define RELIB_IMAGES_H

#include "rebind.h"

struct image_table;

struct image {
	struct image *next;
	struct image_table *table; /* this and the next three belong to the images */
	struct image *next_of_soname;
	struct image *next_of_name;
	struct image *next_to_spread;
	uintptr_t base;
	uintptr_t dynamic;         /* the address of its dynamic section, by which images are told apart */
	struct address_range mapped;
	struct address_range code; /* from its first to its last executable page */
	struct address_range data; /* what the library itself may change, from its first to its last page */
	uintptr_t frames;          /* the index of its tables for unwinding; 0 if it has none */
	bool goes;                 /* by images_mark */
	bool reached;              /* by images_mark: the library itself, or needed by it */
	bool stays;                /* by images_mark: something else needs it, or it is never unmapped */
	const char *path;          /* this and the rest belong to the images */
	const char *soname;
	size_t needed_count;
	const char **needed;
};

/* All libraries that are loaded now; NULL when memory is short. The caller owns them, until images_free. */
struct image *images_read(void);
void images_free(struct image *images);

size_t images_count(const struct image *images);

/* Puts dynamic sections in order, and finds one among those. */
void images_sort(uintptr_t *dynamics, size_t count);
bool images_has(const uintptr_t *sorted, size_t count, uintptr_t dynamic);

/*
 * Marks the images that dlclose(handle) would unmap: the library, and those that only it needs and whose dynamic
 * section is among the `brought`, which are in order. None if it is never unmapped.
 */
void images_mark(struct image *images, const void *handle, const uintptr_t *brought, size_t count);

/* The same for a library that is known by its dynamic section. */
void images_mark_from(struct image *images, uintptr_t dynamic, const uintptr_t *brought, size_t count);

/* Whether the loader would take one of them for a needed library with this name. */
bool images_called(const struct image *images, const char *name);

bool images_needs(const struct image *image, const struct image *needed);

/* The dynamic section of the library with this handle. */
uintptr_t images_dynamic(const void *handle);

/* The image that has an address among its code; NULL if there is none. */
const struct image *images_at(const struct image *images, uintptr_t address);

/* The first image with this file name; NULL if there is none. */
const struct image *images_named(const struct image *images, const char *name);

#endif

/*
 * The memory of images, and their names: libraries are needed by the name that they give themselves, or by that of
 * their file. Any thread; an image is changed by its owner only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_IMAGE_TABLE_H
#define RELIB_IMAGE_TABLE_H

#include "images.h"

/*
 * Room for about so many images of so many zeroed bytes in all; NULL when memory is short. The caller owns it, until
 * image_table_free.
 */
struct image_table *image_table_new(size_t count, size_t bytes);
void image_table_free(struct image_table *table);

/* Where the images go, the first one at the begin, each aligned as a pointer. */
char *image_table_room(struct image_table *table);

/* Once, when all images are in the room: from now on they are found by their names. */
void image_table_fill(struct image_table *table, struct image *images);

/* The same images without their marks, in a table that the caller owns; NULL when memory is short. */
struct image *image_table_copy(const struct image *images);

/* The first image with this file name; NULL if there is none. */
const struct image *image_table_named(const struct image_table *table, const char *name);

/* Whether an image is meant by the name of a needed library. */
bool image_table_is_called(const struct image *image, const char *name);

/* Calls a function with each image that is meant by the name of a needed library, maybe more than once. */
void image_table_each(const struct image_table *table, const char *name, void (*meant)(struct image *, void *),
					  void *data);

#endif

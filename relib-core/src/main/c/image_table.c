/* SPDX-License-Identifier: Apache-2.0 */
#include "image_table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A hash table for each kind of name. Everything that it points at is in the same block. */
struct image_table {
	size_t bytes; /* of the block */
	size_t buckets; /* a power of 2 */
	struct image **by_soname;
	struct image **by_name; /* of the file */
	char *room;
};

#define MOVE(pointer, by) ((pointer) = (pointer) != NULL ? (void *)((uintptr_t)(pointer) + (uintptr_t)(by)) : NULL)

struct image_table *image_table_new(size_t count, size_t bytes)
{
	size_t buckets = 16;
	while (buckets < count) {
		buckets *= 2;
	}
	size_t tables = 2 * buckets * sizeof(struct image *);
	struct image_table *table = calloc(1, sizeof(*table) + tables + bytes);
	if (table != NULL) {
		table->bytes = sizeof(*table) + tables + bytes;
		table->buckets = buckets;
		table->by_soname = (struct image **)(table + 1);
		table->by_name = table->by_soname + buckets;
		table->room = (char *)(table->by_name + buckets);
	}
	return table;
}

void image_table_free(struct image_table *table)
{
	free(table);
}

char *image_table_room(struct image_table *table)
{
	return table->room;
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}

static size_t bucket(const struct image_table *table, const char *name)
{
	uint32_t hash = 5381;
	for (; *name != '\0'; name++) {
		hash = hash * 33 + (unsigned char)*name;
	}
	return hash & (table->buckets - 1);
}

/* From the last to the first, so that the first of a name is found first. */
void image_table_fill(struct image_table *table, struct image *images)
{
	struct image *reversed = NULL;
	for (struct image *image = images; image != NULL; image = image->next) {
		image->table = table;
		image->next_to_spread = reversed;
		reversed = image;
	}
	for (struct image *image = reversed; image != NULL; image = image->next_to_spread) {
		struct image **soname = &table->by_soname[bucket(table, image->soname)];
		struct image **name = &table->by_name[bucket(table, file_name(image->path))];
		image->next_of_soname = *soname;
		image->next_of_name = *name;
		*soname = image;
		*name = image;
	}
}

static void move(struct image *image, uintptr_t by)
{
	MOVE(image->next, by);
	MOVE(image->table, by);
	MOVE(image->next_of_soname, by);
	MOVE(image->next_of_name, by);
	MOVE(image->path, by);
	MOVE(image->soname, by);
	MOVE(image->needed, by);
	for (size_t i = 0; i < image->needed_count; i++) {
		MOVE(image->needed[i], by);
	}
}

struct image *image_table_copy(const struct image *images)
{
	const struct image_table *original = images->table;
	struct image_table *table = malloc(original->bytes);
	if (table == NULL) {
		return NULL;
	}
	uintptr_t by = (uintptr_t)table - (uintptr_t)original;
	memcpy(table, original, original->bytes);
	MOVE(table->by_soname, by);
	MOVE(table->by_name, by);
	MOVE(table->room, by);
	for (size_t i = 0; i < 2 * table->buckets; i++) {
		MOVE(table->by_soname[i], by);
	}
	struct image *first = (struct image *)(void *)table->room;
	for (struct image *image = first; image != NULL; image = image->next) {
		move(image, by);
	}
	return first;
}

const struct image *image_table_named(const struct image_table *table, const char *name)
{
	const struct image *image = table->by_name[bucket(table, name)];
	while (image != NULL && strcmp(file_name(image->path), name) != 0) {
		image = image->next_of_name;
	}
	return image;
}

bool image_table_is_called(const struct image *image, const char *name)
{
	return strcmp(image->soname, name) == 0 || strcmp(file_name(image->path), file_name(name)) == 0;
}

void image_table_each(const struct image_table *table, const char *name, void (*meant)(struct image *, void *),
					  void *data)
{
	const char *file = file_name(name);
	for (struct image *image = table->by_soname[bucket(table, name)]; image != NULL; image = image->next_of_soname) {
		if (strcmp(image->soname, name) == 0) {
			meant(image, data);
		}
	}
	for (struct image *image = table->by_name[bucket(table, file)]; image != NULL; image = image->next_of_name) {
		if (strcmp(file_name(image->path), file) == 0) {
			meant(image, data);
		}
	}
}

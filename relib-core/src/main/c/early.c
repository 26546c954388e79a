/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "early.h"

#include "dependencies.h"
#include "gate_library.h"
#include "images.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What the thread is opening; in the memory of its caller. */
struct opening {
	relib_ledger *module;
	const char *path;
	const char *gate;
	uintptr_t *before; /* the dynamic sections that were there, in order */
	size_t before_count;
};

static _Thread_local const struct opening *opening;

static struct image *find(struct image *images, const char *path)
{
	while (images != NULL && strcmp(images->path, path) != 0) {
		images = images->next;
	}
	return images;
}

static void redirect_parts(struct image *images, const struct opening *now)
{
	const struct image *own = find(images, now->path);
	struct image *gate = find(images, now->gate);
	uintptr_t *brought = calloc(images_count(images) + 1, sizeof(*brought));
	size_t count = 0;
	if (own != NULL && gate != NULL && brought != NULL) {
		gate->needed_count = 0; /* it goes in a moment */
		for (const struct image *image = images; image != NULL; image = image->next) {
			if (!images_has(now->before, now->before_count, image->dynamic)) {
				brought[count++] = image->dynamic;
			}
		}
		images_sort(brought, count);
		images_mark_from(images, own->dynamic, brought, count);
		dependencies_redirect_early(now->module, images, own->dynamic);
	}
	free(brought);
}

/* The loader calls it, inside of dlopen. */
static uintptr_t before_constructors(void)
{
	const struct opening *now = opening;
	opening = NULL;
	if (now != NULL) {
		struct image *images = images_read();
		redirect_parts(images, now);
		images_free(images);
	}
	return (uintptr_t)before_constructors;
}

/* Returns false if memory is short. */
static bool note_before(struct opening *now)
{
	struct image *images = images_read();
	now->before = calloc(images_count(images) + 1, sizeof(uintptr_t));
	for (const struct image *image = images; now->before != NULL && image != NULL; image = image->next) {
		now->before[now->before_count++] = image->dynamic;
	}
	if (now->before != NULL) {
		images_sort(now->before, now->before_count);
	}
	images_free(images);
	return now->before_count > 0;
}

void *relib_rt_open_early(relib_ledger *module, const char *path, const char *gate)
{
	struct opening now = {.module = module, .path = path, .gate = gate};
	void *handle = NULL;
	if (note_before(&now) && gate_library_write(gate, path, before_constructors)) {
		opening = &now;
		handle = dlopen(gate, RTLD_NOW | RTLD_LOCAL);
		opening = NULL;
		unlink(gate);
	}
	free(now.before);
	return handle;
}

void relib_rt_open_early_done(void *early)
{
	dlclose(early);
}

uint64_t relib_rt_has_library(const char *name)
{
	struct image *images = images_read();
	bool found = images_called(images, name);
	images_free(images);
	return found;
}

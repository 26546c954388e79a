/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "dependencies.h"

#include "callbacks.h"
#include "destructors.h"
#include "images.h"
#include "key_table.h"
#include "keys.h"
#include "library.h"
#include "look.h"
#include "redirect.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct dependency {
	relib_ledger *ledger; /* named by the library's path */
	uintptr_t dynamic;
	uintptr_t base;
	struct address_range mapped;
	const relib_ledger *leaves_with;
	struct dependency *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct dependency *all;

static const struct image *image_of(const struct image *images, const struct dependency *dependency)
{
	while (images != NULL && (images->dynamic != dependency->dynamic || strcmp(images->path, dependency->ledger->name) != 0)) {
		images = images->next;
	}
	return images;
}

/* Precondition of this and the next ones: the lock is held. Nobody has taken leave of it: another loader has opened and closed it as well. */
static void forget_gone(const struct image *images)
{
	for (struct dependency **link = &all; *link != NULL;) {
		struct dependency *dependency = *link;
		if (dependency->leaves_with == NULL && image_of(images, dependency) == NULL) {
			*link = dependency->next;
			relib_rt_ledger_close(dependency->ledger);
			free(dependency);
		} else {
			link = &dependency->next;
		}
	}
}

/* It stays after all: somebody has come to need it. What was done for its end is undone. */
static void stay(struct dependency *dependency)
{
	dependency->leaves_with = NULL;
	atomic_store(&dependency->ledger->threads.closing, false);
	callbacks_resume(dependency->ledger);
	destructors_resume(&dependency->ledger->locals);
}

static struct dependency *find(const struct image *image)
{
	struct dependency *dependency = all;
	while (dependency != NULL && image_of(image, dependency) != image) {
		dependency = dependency->next;
	}
	return dependency;
}

static void add(const relib_ledger *module, const struct image *image)
{
	struct dependency *dependency = calloc(1, sizeof(*dependency));
	relib_ledger *ledger = dependency != NULL ? relib_rt_ledger_open(image->path, 0) : NULL;
	if (ledger == NULL) {
		free(dependency);
		return;
	}
	ledger->leaves_allocations = module->leaves_allocations;
	signals_attach(&ledger->signals, (const void *)image->dynamic, &ledger->log);
	if (redirect(ledger, (const void *)image->dynamic) == NULL) {
		relib_rt_ledger_close(ledger);
		free(dependency);
		return;
	}
	dependency->ledger = ledger;
	dependency->dynamic = image->dynamic;
	dependency->base = image->base;
	dependency->mapped = image->mapped;
	dependency->next = all;
	all = dependency;
}

static void say_what_is_not_seen(const relib_ledger *module)
{
	static atomic_bool said;
	const char text[] = "the C library's table of thread-specific keys was not found: keys that constructors of needed "
						"libraries make are not counted, and a thread that ends after the unload would call their destructors";
	if (key_table_range().begin == 0 && !atomic_exchange(&said, true)) {
		log_put(&module->log, RELIB_WARN, text, sizeof(text) - 1);
	}
}

/* Precondition: the lock is held; the images that would go are marked. */
static void adopt_keys(relib_ledger *module, const struct image *images)
{
	for (const struct image *image = images; image != NULL; image = image->next) {
		struct dependency *known = image->goes ? find(image) : NULL;
		if (known != NULL) {
			keys_adopt(&known->ledger->locals, image->mapped);
		} else if (image->goes) {
			keys_adopt(&module->locals, image->mapped);
		}
	}
}

void dependencies_adopt_keys(relib_ledger *module)
{
	struct image *images = module->handle != NULL ? images_read() : NULL;
	if (images == NULL) {
		return;
	}
	look_mark_going(images, module->handle);
	pthread_mutex_lock(&lock);
	adopt_keys(module, images);
	pthread_mutex_unlock(&lock);
	images_free(images);
}

/*
 * A library with unique symbols is never unmapped, and its constructors are the process's, as those of C++'s own library
 * are. The lock is held by nobody who waits for the loader, but this thread has the loader's: it does not wait for long.
 */
void dependencies_redirect_early(relib_ledger *module, const struct image *images, uintptr_t own)
{
	struct timespec deadline;
	clock_gettime(CLOCK_REALTIME, &deadline);
	deadline.tv_sec++;
	if (pthread_mutex_timedlock(&lock, &deadline) != 0) {
		return;
	}
	forget_gone(images);
	for (const struct image *image = images; image != NULL; image = image->next) {
		if (image->goes && image->dynamic != own && find(image) == NULL &&
			!library_has_unique_symbols((const void *)image->dynamic)) {
			add(module, image);
		}
	}
	pthread_mutex_unlock(&lock);
}

void dependencies_redirect(relib_ledger *module, const void *handle)
{
	uintptr_t own = images_dynamic(handle);
	struct image *images = images_read();
	look_mark_going(images, handle);
	pthread_mutex_lock(&lock);
	module->handle = handle;
	forget_gone(images);
	for (const struct image *image = images; image != NULL; image = image->next) {
		struct dependency *known = image->reached ? find(image) : NULL;
		if (known != NULL && known->leaves_with != NULL) {
			stay(known);
		} else if (known == NULL && image->goes && image->dynamic != own) {
			add(module, image);
		}
	}
	adopt_keys(module, images);
	pthread_mutex_unlock(&lock);
	images_free(images);
	say_what_is_not_seen(module);
}

static bool is_part(const struct dependency *dependency, const relib_ledger *module, const struct image *images)
{
	const struct image *image = image_of(images, dependency);
	return atomic_load(&module->leaves) ? dependency->leaves_with == module && image == NULL
										: image != NULL && image->goes;
}

struct parts dependencies_of(relib_ledger *module)
{
	struct parts parts = {.ledgers = {module}, .count = 1};
	pthread_mutex_lock(&lock);
	bool any = all != NULL && module->handle != NULL;
	pthread_mutex_unlock(&lock);
	if (!any) {
		return parts;
	}
	struct image *images = images_read();
	if (!atomic_load(&module->leaves)) {
		look_mark_going(images, module->handle);
	}
	pthread_mutex_lock(&lock);
	for (struct dependency *dependency = all; dependency != NULL && parts.count <= MOST_PARTS;
		 dependency = dependency->next) {
		if (is_part(dependency, module, images)) {
			parts.ledgers[parts.count++] = dependency->ledger;
		}
	}
	pthread_mutex_unlock(&lock);
	images_free(images);
	return parts;
}

uintptr_t dependencies_at(const relib_ledger *module, uintptr_t address, char *path, size_t size)
{
	bool leaves = atomic_load(&module->leaves);
	uintptr_t base = 0;
	pthread_mutex_lock(&lock);
	for (struct dependency *dependency = all; dependency != NULL && base == 0; dependency = dependency->next) {
		bool may_be_part = dependency->leaves_with == module || (!leaves && dependency->leaves_with == NULL);
		if (may_be_part && address >= dependency->mapped.begin && address < dependency->mapped.end) {
			base = dependency->base;
			snprintf(path, size, "%s", dependency->ledger->name);
		}
	}
	pthread_mutex_unlock(&lock);
	return base;
}

static bool is_among(const relib_ledger *ledger, const struct parts *parts)
{
	size_t i = 0;
	while (i < parts->count && parts->ledgers[i] != ledger) {
		i++;
	}
	return i < parts->count;
}

struct parts dependencies_end(relib_ledger *module)
{
	struct parts parts = dependencies_of(module);
	pthread_mutex_lock(&lock);
	for (struct dependency *dependency = all; dependency != NULL; dependency = dependency->next) {
		if (is_among(dependency->ledger, &parts)) {
			dependency->leaves_with = module;
		} else if (dependency->leaves_with == module) {
			stay(dependency);
		}
	}
	pthread_mutex_unlock(&lock);
	return parts;
}

void dependencies_leave(relib_ledger *module)
{
	dependencies_end(module);
	atomic_store(&module->leaves, true);
}

void dependencies_close(relib_ledger *module)
{
	if (module->handle == NULL) {
		return;
	}
	struct image *images = images_read();
	pthread_mutex_lock(&lock);
	for (struct dependency **link = &all; *link != NULL;) {
		struct dependency *dependency = *link;
		if (dependency->leaves_with == module && image_of(images, dependency) == NULL) {
			*link = dependency->next;
			relib_rt_ledger_close(dependency->ledger);
			free(dependency);
			continue;
		}
		if (dependency->leaves_with == module) {
			stay(dependency);
		}
		link = &dependency->next;
	}
	pthread_mutex_unlock(&lock);
	images_free(images);
}

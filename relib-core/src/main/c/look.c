/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "look.h"

#include "ask.h"
#include "brought.h"
#include "exit_watch.h"
#include "file_maps.h"
#include "images.h"
#include "inside.h"
#include "kernel_thread.h"
#include "leaving.h"
#include "peek.h"
#include "references.h"
#include "scan.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

struct relib_look {
	const void *handle;
	struct address_range mapped; /* the library itself */
	uintptr_t *before; /* the dynamic sections that were there */
	size_t before_count;
	struct leaving *leaving;
	struct found found[REMEMBERED];
};

/* One look at a time: threads are asked one by one. Guards everything below. */
static pthread_mutex_t look_lock = PTHREAD_MUTEX_INITIALIZER;

relib_look *relib_rt_look_open(void)
{
	struct image *images = images_read();
	relib_look *look = calloc(1, sizeof(*look));
	pthread_mutex_lock(&look_lock);
	ask_prepare();
	pthread_mutex_unlock(&look_lock);
	if (look != NULL && (look->before = calloc(images_count(images) + 1, sizeof(uintptr_t))) != NULL) {
		for (const struct image *image = images; image != NULL; image = image->next) {
			look->before[look->before_count++] = image->dynamic;
		}
		images_sort(look->before, look->before_count);
	} else {
		free(look);
		look = NULL;
	}
	images_free(images);
	return look;
}

void relib_rt_look_opened(relib_look *look, const void *handle)
{
	struct image *images = images_read();
	pthread_mutex_lock(&look_lock);
	look->handle = handle;
	look->mapped = library_range((const void *)images_dynamic(handle));
	images_mark(images, handle, NULL, 0);
	brought_refresh(images, look->before, look->before_count);
	free(look->before); /* with many libraries it is large */
	look->before = NULL;
	look->before_count = 0;
	pthread_mutex_unlock(&look_lock);
	images_free(images);
}

void look_mark_going(struct image *images, const void *handle)
{
	pthread_mutex_lock(&look_lock);
	brought_mark_going(images, handle);
	pthread_mutex_unlock(&look_lock);
}

void relib_rt_look_stays(relib_look *look)
{
	(void)look;
	exit_watch_renew();
}

void relib_rt_look_close(relib_look *look)
{
	if (look != NULL) {
		struct image *images = images_read();
		pthread_mutex_lock(&look_lock);
		brought_refresh(images, look->before, look->before_count);
		pthread_mutex_unlock(&look_lock);
		images_free(images);
		free(look->before);
		leaving_free(look->leaving);
		free(look);
	}
}

static void describe(const struct looking *looking, int64_t tid, uintptr_t address, relib_seen_thread *seen)
{
	struct kernel_thread thread;
	const struct image *image = images_at(looking->images, address);
	*seen = (relib_seen_thread){.tid = tid, .address = address == NOT_SEEN ? 0 : address};
	if (kernel_thread_read(tid, &thread)) {
		seen->started_millis = kernel_thread_started_millis(&thread);
		memcpy(seen->name, thread.name, sizeof(seen->name));
	}
	if (image != NULL) {
		seen->base = image->base;
		snprintf(seen->library, sizeof(seen->library), "%s", image->path);
	}
}

static size_t nobody_knows(relib_seen_thread *seen, size_t capacity)
{
	if (capacity > 0) {
		*seen = (relib_seen_thread){0};
	}
	return 1;
}

static size_t look_at_all(const struct looking *looking, relib_seen_thread *seen, size_t capacity)
{
	int64_t self = syscall(SYS_gettid);
	size_t count = 0;
	DIR *tasks = opendir("/proc/self/task");
	if (tasks == NULL) {
		return nobody_knows(seen, capacity);
	}
	for (struct dirent *task; (task = readdir(tasks)) != NULL;) {
		int64_t tid = strtoll(task->d_name, NULL, 10);
		uintptr_t address = tid == 0 || tid == self ? OUTSIDE : inside_at(looking, tid);
		if (address != OUTSIDE) {
			if (count < capacity) {
				describe(looking, tid, address, &seen[count]);
			}
			count++;
		}
	}
	closedir(tasks);
	return count;
}

/* Returns false if memory is short. Precondition: the lock is held. Always followed by finish. */
static bool prepare(struct looking *looking, relib_look *look)
{
	struct image *images = images_read();
	*looking = (struct looking){
		.found = look->found,
		.images = images,
		.going = {.ranges = calloc(images_count(images) + 1, sizeof(struct address_range))},
		.mapped = {.ranges = calloc(images_count(images) + 1, sizeof(struct address_range))},
		.jvm = images_named(images, "libjvm.so"),
		.launcher = images_named(images, "libjli.so"),
	};
	if (images == NULL || looking->going.ranges == NULL || looking->mapped.ranges == NULL) {
		return false;
	}
	brought_mark_going(images, look->handle);
	for (const struct image *image = images; image != NULL; image = image->next) {
		if (image->goes) {
			looking->mapped.ranges[looking->mapped.count++] = image->mapped;
		}
		if (image->goes && image->code.end != 0) {
			looking->going.ranges[looking->going.count++] = image->code;
			if (image->dynamic == images_dynamic(look->handle)) {
				looking->own = (struct code){&looking->going.ranges[looking->going.count - 1], 1};
			}
		}
	}
	return true;
}

static void finish(struct looking *looking)
{
	free(looking->going.ranges);
	free(looking->mapped.ranges);
	images_free(looking->images);
}

size_t relib_rt_look(relib_look *look, uint64_t jvms, relib_seen_thread *seen, size_t capacity)
{
	struct looking looking;
	size_t count = 0;
	pthread_mutex_lock(&look_lock);
	if (!prepare(&looking, look)) {
		count = nobody_knows(seen, capacity);
	} else if (looking.going.count > 0) {
		looking.jvms = jvms != 0;
		count = look_at_all(&looking, seen, capacity);
	}
	finish(&looking);
	pthread_mutex_unlock(&look_lock);
	return count;
}

uint64_t relib_rt_look_own(relib_look *look)
{
	struct looking looking;
	uint64_t kind = RELIB_OWN_OUTSIDE;
	int64_t tid = syscall(SYS_gettid);
	struct thread_origin origin = thread_origin(tid);
	pthread_mutex_lock(&look_lock);
	if (!prepare(&looking, look) || code_has(&looking.going, origin.start) ||
		scan_stack(&looking.going, (uintptr_t)__builtin_frame_address(0), origin.stack_end) != 0) {
		kind = inside_is_of_jvm(&looking, tid, origin.start) ? RELIB_OWN_JVM : RELIB_OWN_STRANGER;
	}
	finish(&looking);
	pthread_mutex_unlock(&look_lock);
	return kind;
}

static bool find_pointer(struct image *images, const relib_look *look, relib_kept_pointer *found)
{
	pthread_mutex_lock(&look_lock);
	brought_mark_going(images, look->handle);
	bool kept = kept_pointers_find(images, found);
	pthread_mutex_unlock(&look_lock);
	return kept;
}

uint64_t relib_rt_look_at_pointers(relib_look *look, relib_kept_pointer *found)
{
	struct image *images = images_read();
	bool kept = find_pointer(images, look, found);
	if (kept) {
		kept_pointers_end(images);
		kept = find_pointer(images, look, found);
	}
	leaving_free(look->leaving);
	look->leaving = leaving_read(images, images_dynamic(look->handle));
	images_free(images);
	return kept;
}

size_t relib_rt_look_at_remaining(const relib_look *look, relib_remaining *found, size_t capacity)
{
	struct image *images = images_read();
	size_t count = leaving_remaining(look->leaving, images, found, capacity);
	images_free(images);
	return count;
}

uint64_t relib_rt_look_at_references(relib_look *look, relib_reference *found)
{
	return look->mapped.end != 0 && reference_into(look->mapped, found);
}

uint64_t relib_rt_look_is_gone(const relib_look *look, const char *name)
{
	return look->mapped.end != 0 && !file_maps_have(look->mapped, name);
}

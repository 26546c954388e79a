/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "look.h"

#include "ask.h"
#include "brought.h"
#include "exit_watch.h"
#include "file_maps.h"
#include "images.h"
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

/* A thread that was found inside, and where it slept: it is not asked again while it is there. */
struct found {
	int64_t tid;
	struct thread_place place;
	uintptr_t address;
};

#define REMEMBERED 64

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

/* Everything that one look needs. */
struct looking {
	bool jvms;
	struct found *found;
	struct image *images;
	struct code going;
	struct code mapped; /* with the data */
	struct code own; /* of the library itself, among it */
	const struct image *jvm;
	const struct image *launcher;
};

static bool is_code_of(const struct image *image, uintptr_t address)
{
	return image != NULL && address >= image->code.begin && address < image->code.end;
}

/* The first thread and those that the JVM or its launcher has started: no library has. */
static bool is_of_jvm(const struct looking *looking, int64_t tid, uintptr_t start)
{
	return tid == getpid() || is_code_of(looking->jvm, start) || is_code_of(looking->launcher, start);
}

#define OUTSIDE 0
#define NOT_SEEN 1 /* an address where no code is */

/* For a thread that the JVM has made: an address on its stack may be left from an earlier call. */
static uintptr_t ask_jvms(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct answer answer = ask(tid, looking->images, &looking->going, stack_end);
	return answer.given ? answer.found : OUTSIDE;
}

/*
 * Unwinding to the end of the stack is exact; otherwise the scan decides. A thread that will never answer is not inside
 * if it has no address of the library at all.
 */
static uintptr_t ask_stranger(const struct looking *looking, int64_t tid, uintptr_t stack_end, uintptr_t scanned)
{
	struct answer answer = ask(tid, looking->images, &looking->going, stack_end);
	if (!answer.given && scanned == 0) {
		bool outside = thread_place(tid).state == THREAD_GONE ||
					   (answer.deaf && stack_end != 0 && !scan_mentions(&looking->mapped, stack_end));
		return outside ? OUTSIDE : NOT_SEEN;
	}
	if (answer.found != 0 || answer.complete) {
		return answer.found;
	}
	return scanned != 0 ? scanned : answer.scanned;
}

/* A sleeping thread is asked if it holds an address of the code, once as long as it is found inside and stays there. */
static uintptr_t look_at_sleeper(const struct looking *looking, int64_t tid, struct thread_place place,
								 uintptr_t stack_end, bool of_jvm)
{
	uintptr_t scanned = code_has(&looking->going, place.counter)
							? place.counter
							: scan_stack(&looking->going, place.stack_pointer, stack_end);
	if (scanned == OUTSIDE || scanned == place.counter) {
		return scanned;
	}
	struct found *found = &looking->found[tid % REMEMBERED];
	if (found->tid != tid || found->place.stack_pointer != place.stack_pointer ||
		found->place.counter != place.counter) {
		*found = (struct found){
			tid, place, of_jvm ? ask_jvms(looking, tid, stack_end) : ask_stranger(looking, tid, stack_end, scanned)};
	}
	if (found->address == OUTSIDE) { /* what is not there may come back */
		found->tid = 0;
	}
	return found->address;
}

static uintptr_t look_at_stranger(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct thread_place place = thread_place(tid);
	if (place.state == THREAD_SLEEPING) {
		return look_at_sleeper(looking, tid, place, stack_end, false);
	}
	return place.state == THREAD_GONE ? OUTSIDE : ask_stranger(looking, tid, stack_end, 0);
}

/*
 * A thread that was found inside, and runs now, may do so just because it was asked. It is inside as long as it does
 * not say otherwise.
 */
static uintptr_t ask_jvms_again(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct found *found = &looking->found[tid % REMEMBERED];
	if (found->tid != tid) {
		return OUTSIDE;
	}
	struct answer answer = ask(tid, looking->images, &looking->going, stack_end);
	found->address = answer.given ? answer.found : found->address;
	found->tid = found->address == OUTSIDE ? 0 : tid;
	return found->address;
}

static uintptr_t look_at_jvms(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct thread_place place = {.state = THREAD_HIDDEN};
	if (looking->jvms) {
		place = thread_place(tid);
	}
	return place.state == THREAD_SLEEPING  ? look_at_sleeper(looking, tid, place, stack_end, true)
		   : place.state == THREAD_RUNNING ? ask_jvms_again(looking, tid, stack_end)
										   : OUTSIDE;
}

/* Where a thread is that began in the code: in the library itself, if its stack says so, for people to read. */
static uintptr_t place_of(const struct looking *looking, int64_t tid, struct thread_origin origin)
{
	struct thread_place place = thread_place(tid);
	uintptr_t own = 0;
	if (!code_has(&looking->own, origin.start) && place.state == THREAD_SLEEPING) {
		own = scan_stack(&looking->own, place.stack_pointer, origin.stack_end);
	}
	return own != 0 ? own : origin.start;
}

/*
 * Whether a thread that began elsewhere will run the code, or ends in it: what it began with is the library's, or an
 * object with the library's table of functions, as in C++ and Rust. An object on a stack is none: it is there for the
 * thread's first steps, for which its starter waits, and what is left of it afterwards says nothing.
 */
static bool was_made_for(const struct looking *looking, uintptr_t argument)
{
	uintptr_t words[2] = {0};
	memory_copy(words, argument, sizeof(words));
	return code_has(&looking->mapped, argument) ||
		   ((code_has(&looking->mapped, words[0]) || code_has(&looking->mapped, words[1])) && !is_on_a_stack(argument));
}

static uintptr_t look_at(const struct looking *looking, int64_t tid)
{
	struct thread_origin origin = thread_origin(tid);
	if (code_has(&looking->going, origin.start)) {
		return place_of(looking, tid, origin);
	}
	if (is_of_jvm(looking, tid, origin.start)) {
		return look_at_jvms(looking, tid, origin.stack_end);
	}
	uintptr_t place = look_at_stranger(looking, tid, origin.stack_end);
	if (place == OUTSIDE && origin.stack_end == 0) { /* it may have begun meanwhile */
		origin = thread_origin(tid);
		place = code_has(&looking->going, origin.start) ? place_of(looking, tid, origin) : OUTSIDE;
	}
	return place == OUTSIDE && was_made_for(looking, origin.argument) ? NOT_SEEN : place;
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
		uintptr_t address = tid == 0 || tid == self ? OUTSIDE : look_at(looking, tid);
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
		kind = is_of_jvm(&looking, tid, origin.start) ? RELIB_OWN_JVM : RELIB_OWN_STRANGER;
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

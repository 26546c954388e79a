/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "look.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

struct library {
	void *handle;
	relib_look *look;
	atomic_int *inside;
	atomic_bool *leave;
	atomic_bool *spin;
	void *(*stay)(void *);
	int (*go_deep)(int);
};

static void *find(void *handle, const char *symbol)
{
	void *address = dlsym(handle, symbol);
	CHECK(address != NULL);
	return address;
}

static struct library open_library(void)
{
	char path[4096];
	struct library library;
	snprintf(path, sizeof(path), "%s/look_module.so", getenv("RELIB_TEST_MODULES"));
	library.look = relib_rt_look_open();
	library.handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	CHECK(library.handle != NULL);
	relib_rt_look_opened(library.look, library.handle);
	library.inside = find(library.handle, "look_inside");
	library.leave = find(library.handle, "look_leave");
	library.spin = find(library.handle, "look_spin");
	*(void **)&library.stay = find(library.handle, "look_stay");
	*(void **)&library.go_deep = find(library.handle, "look_go_deep");
	return library;
}

static void nap(void)
{
	nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
}

/* Of a thread that is not there yet nothing is known. */
static void await(const atomic_bool *flag)
{
	while (!atomic_load(flag)) {
		nap();
	}
}

static size_t look(const struct library *library, relib_seen_thread *seen)
{
	return relib_rt_look(library->look, 1, seen, seen != NULL);
}

/* A sanitizer may hold up the answer of a thread that is asked. */
static size_t look_patiently(const struct library *library)
{
	size_t count = look(library, NULL);
	for (int i = 0; i < 100 && count != 0; i++) {
		nap();
		count = look(library, NULL);
	}
	return count;
}

static void await_inside(const struct library *library, int count)
{
	while (atomic_load(library->inside) != count) {
		nap();
	}
}

static void close_library(struct library *library)
{
	CHECK_EQUAL(0, look_patiently(library));
	CHECK_EQUAL(0, dlclose(library->handle));
	relib_rt_look_close(library->look);
}

TEST(sees_a_thread_that_began_in_the_library_until_it_has_ended)
{
	struct library library = open_library();
	relib_seen_thread seen;
	pthread_t thread;
	CHECK_EQUAL(0, look(&library, &seen));
	CHECK_EQUAL(0, pthread_create(&thread, NULL, library.stay, NULL));
	await_inside(&library, 1);
	pthread_setname_np(thread, "stays");
	CHECK_EQUAL(1, look(&library, &seen));
	CHECK(seen.tid > 0 && seen.tid != getpid());
	CHECK_EQUAL(0, strcmp("stays", seen.name));
	CHECK(strstr(seen.library, "look_module.so") != NULL);
	CHECK(seen.address > seen.base);
	CHECK(seen.started_millis > 1500000000000);
	atomic_store(library.leave, true);
	pthread_join(thread, NULL);
	close_library(&library);
}

struct visit {
	const struct library *library;
	atomic_int step; /* 1: go in; 2: stay outside; 3: end */
	atomic_bool begun;
};

static __attribute__((noinline)) void enter(const struct library *library)
{
	volatile char room[64] = {0};
	library->stay(NULL);
	room[0]++;
}

static void *visit(void *argument)
{
	struct visit *visit = argument;
	atomic_store(&visit->begun, true);
	for (int step = 0; step < 3; step = atomic_load(&visit->step)) {
		if (step == 1) {
			visit->library->go_deep(20);
			enter(visit->library);
		}
		nap();
	}
	return NULL;
}

static void see_visitor(bool spin)
{
	struct library library = open_library();
	struct visit visiting = {.library = &library};
	relib_seen_thread seen;
	pthread_t thread;
	atomic_store(library.spin, spin);
	CHECK_EQUAL(0, pthread_create(&thread, NULL, visit, &visiting));
	await(&visiting.begun);
	CHECK_EQUAL(0, look_patiently(&library));
	atomic_store(&visiting.step, 1);
	await_inside(&library, 1);
	CHECK_EQUAL(1, look(&library, &seen));
	atomic_store(&visiting.step, 2);
	atomic_store(library.leave, true);
	await_inside(&library, 0);
	nap();
	while (look(&library, &seen) != 0) { /* it may not have returned yet */
		nap();
	}
	atomic_store(&visiting.step, 3);
	pthread_join(thread, NULL);
	close_library(&library);
}

TEST(sees_a_thread_that_sleeps_inside_until_it_has_returned)
{
	see_visitor(false);
}

TEST(sees_a_thread_that_runs_inside_until_it_has_returned)
{
	see_visitor(true);
}

/* As a thread of a language's library that has not called the code yet, or has returned from it. */
static void *hold(void *object)
{
	atomic_bool *end = ((atomic_bool **)object)[2];
	atomic_store(((atomic_bool **)object)[3], true);
	while (!atomic_load(end)) {
		nap();
	}
	return NULL;
}

TEST(sees_a_thread_that_was_made_for_an_object_of_the_library)
{
	struct library library = open_library();
	atomic_bool begun = false;
	atomic_bool end = false;
	void **object = calloc(4, sizeof(void *));
	pthread_t thread;
	object[1] = library.inside;
	object[2] = &end;
	object[3] = &begun;
	CHECK_EQUAL(0, pthread_create(&thread, NULL, hold, object));
	CHECK_EQUAL(1, look(&library, NULL));
	atomic_store(&end, true);
	pthread_join(thread, NULL);
	free(object);
	close_library(&library);
}

/* Starts a thread with an object on the stack of the caller, as OpenMP does, and leaves it there. */
static void *start_from_stack(void *argument)
{
	struct visit *visit = argument;
	atomic_bool begun = false;
	atomic_bool end = false;
	void *object[] = {visit->library->inside, visit->library->inside, &end, &begun};
	pthread_t thread;
	CHECK_EQUAL(0, pthread_create(&thread, NULL, hold, object));
	await(&begun);
	CHECK_EQUAL(0, look_patiently(visit->library));
	atomic_store(&end, true);
	pthread_join(thread, NULL);
	return NULL;
}

TEST(is_not_deceived_by_what_a_thread_has_begun_with_on_a_stack)
{
	struct library library = open_library();
	struct visit visit = {.library = &library};
	pthread_t starter;
	start_from_stack(&visit);
	CHECK_EQUAL(0, pthread_create(&starter, NULL, start_from_stack, &visit));
	pthread_join(starter, NULL);
	close_library(&library);
}

TEST(a_library_is_gone_when_nothing_of_its_file_is_mapped_where_it_was)
{
	struct library library = open_library();
	CHECK_EQUAL(0, relib_rt_look_is_gone(library.look, "look_module.so"));
	CHECK_EQUAL(1, relib_rt_look_is_gone(library.look, "k_module.so")); /* no other name ends so */
	dlclose(library.handle);
	CHECK_EQUAL(1, relib_rt_look_is_gone(library.look, "look_module.so"));
	relib_rt_look_close(library.look);
}

TEST(the_unwinder_of_the_c_library_belongs_to_the_process)
{
	void *unwinder = dlopen("libgcc_s.so.1", RTLD_LAZY | RTLD_NOLOAD);
	CHECK(unwinder != NULL);
	CHECK_EQUAL(0, dlclose(unwinder));
	CHECK(dlopen("libgcc_s.so.1", RTLD_LAZY | RTLD_NOLOAD) != NULL);
}

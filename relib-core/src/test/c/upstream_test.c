/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "upstream.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ADDRESS(number) ((void *)(uintptr_t)(0x10000 + 16 * (uintptr_t)(number)))

/* A module's runtime, as the host sees it. */
static struct {
	void (*on_alloc)(uint64_t, void *, relib_upstream_layout);
	void (*on_cached_allocs)(uint64_t, relib_upstream_operations);
	void (*unrecoverable)(uint64_t, relib_str);
	bool (*is_ptr_allocated)(uint64_t, void *);
	uintptr_t owner;
	uint64_t module;
	char calls[8];
	relib_upstream_allocation leaked[2000];
	size_t leaked_count;
	relib_upstream_operation cached;
} runtime;

static void called(char what)
{
	runtime.calls[strlen(runtime.calls)] = what;
}

static void tell(uint32_t released, int number, size_t size)
{
	relib_upstream_operation operation = {released, {ADDRESS(number), {size, 8}}};
	runtime.on_cached_allocs(runtime.module, (relib_upstream_operations){&operation, 1});
}

static void init(uintptr_t owner, uint64_t module, bool track)
{
	CHECK(track);
	runtime.owner = owner;
	runtime.module = module;
	runtime.on_alloc(module, ADDRESS(1), (relib_upstream_layout){1000000, 8});
	runtime.on_alloc(module, ADDRESS(2), (relib_upstream_layout){2000000, 16});
}

static void leave(relib_upstream_allocations leaked)
{
	called('x');
	CHECK(leaked.ptr != NULL);
	memcpy(runtime.leaked, leaked.ptr, leaked.len * sizeof(*leaked.ptr));
	runtime.leaked_count = leaked.len;
}

static void take_cached(void)
{
	called('t');
	tell(0, 77, 7);
}

static void lock_allocator(void)
{
	called('l');
}

static uint64_t threads(void)
{
	return 3;
}

static void destroy_thread_locals(void)
{
	called('d');
}

static void clean_up(void)
{
	called('c');
}

static relib_upstream *attach(relib_ledger *ledger)
{
	relib_upstream *upstream = relib_rt_upstream_open(ledger);
	relib_rt_upstream_watch(upstream, (const void *)(uintptr_t)init);
	relib_rt_upstream_attach(upstream, &(relib_upstream_symbols){
										   &runtime.on_alloc,
										   &runtime.on_cached_allocs,
										   &runtime.unrecoverable,
										   &runtime.is_ptr_allocated,
										   init,
										   leave,
										   take_cached,
										   lock_allocator,
										   threads,
										   destroy_thread_locals,
										   clean_up,
									   });
	return upstream;
}

static relib_usage usage(relib_upstream *upstream)
{
	relib_usage usage;
	relib_rt_upstream_usage(upstream, &usage);
	return usage;
}

TEST(starts_the_modules_runtime_on_the_calling_thread)
{
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_upstream *upstream = attach(ledger);
	CHECK_EQUAL((uintptr_t)pthread_self(), runtime.owner);
	CHECK_EQUAL(3, relib_rt_upstream_threads(upstream));
	CHECK_EQUAL(0, usage(upstream).live_count);
	CHECK(relib_rt_upstream_counts(upstream));
	CHECK(runtime.is_ptr_allocated(runtime.module, ADDRESS(2)));
	relib_rt_upstream_close(upstream);
	relib_rt_ledger_close(ledger);
}

TEST(counts_what_the_module_holds)
{
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_upstream *upstream = attach(ledger);
	tell(0, 10, 100);
	tell(0, 11, 50);
	tell(0, 10, 30); /* given back and allocated again within a batch */
	CHECK_EQUAL(2, usage(upstream).live_count);
	CHECK_EQUAL(80, usage(upstream).live_bytes);
	CHECK_EQUAL(3, usage(upstream).total_count);
	CHECK(runtime.is_ptr_allocated(runtime.module, ADDRESS(10)));
	tell(1, 10, 30);
	tell(1, 99, 8); /* allocated and given back within a batch */
	CHECK(!runtime.is_ptr_allocated(runtime.module, ADDRESS(10)));
	CHECK_EQUAL(50, usage(upstream).live_bytes);
	relib_rt_upstream_close(upstream);
	relib_rt_ledger_close(ledger);
}

TEST(leaves_allocations_alone_if_told)
{
	relib_usage leaks;
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_rt_leave_allocations(ledger);
	relib_upstream *upstream = attach(ledger);
	CHECK(!relib_rt_upstream_counts(upstream));
	tell(0, 10, 100);
	tell(1, 10, 100);
	tell(1, 1, 1000000);
	CHECK(runtime.is_ptr_allocated(runtime.module, ADDRESS(11))); /* it may be */
	relib_rt_upstream_exit(upstream, &leaks);
	CHECK_EQUAL(0, leaks.live_count);
	CHECK_EQUAL(0, leaks.live_bytes);
	CHECK_EQUAL(1, runtime.leaked_count); /* of the runtime's own */
	relib_rt_upstream_close(upstream);
	relib_rt_ledger_close(ledger);
}

TEST(keeps_ten_thousand_apart)
{
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_upstream *upstream = attach(ledger);
	for (int i = 10; i < 10010; i++) {
		tell(0, i, (size_t)i);
	}
	for (int i = 10; i < 10010; i += 2) {
		tell(1, i, (size_t)i);
	}
	CHECK_EQUAL(5000, usage(upstream).live_count);
	for (int i = 10; i < 10010; i++) {
		CHECK_EQUAL(i % 2, runtime.is_ptr_allocated(runtime.module, ADDRESS(i)));
	}
	relib_rt_upstream_close(upstream);
	relib_rt_ledger_close(ledger);
}

TEST(ends_the_modules_runtime_in_the_order_that_it_needs)
{
	relib_usage leaks;
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_upstream *upstream = attach(ledger);
	tell(0, 10, 100);
	relib_rt_upstream_exit(upstream, &leaks);
	CHECK(strcmp(runtime.calls, "ldctx") == 0);
	CHECK_EQUAL(2, leaks.live_count);
	CHECK_EQUAL(107, leaks.live_bytes);
	CHECK_EQUAL(4, runtime.leaked_count);
	size_t bytes = 0;
	for (size_t i = 0; i < runtime.leaked_count; i++) {
		bytes += runtime.leaked[i].layout.size;
		CHECK_EQUAL(runtime.leaked[i].ptr == ADDRESS(2) ? 16 : 8, runtime.leaked[i].layout.align);
	}
	CHECK_EQUAL(3000107, bytes);
	relib_rt_upstream_close(upstream);
	relib_rt_ledger_close(ledger);
}

static void *wait_for_flag(void *flag)
{
	while (!atomic_load((atomic_bool *)flag)) {
		sched_yield();
	}
	return flag;
}

/* The test program itself is the library whose calls are redirected. */
TEST(knows_the_threads_that_the_library_starts)
{
	static atomic_bool flag;
	relib_thread_info info;
	pthread_t thread;
	void *result = NULL;
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_upstream *upstream = attach(ledger);
	CHECK(pthread_create(&thread, NULL, wait_for_flag, &flag) == 0);
	CHECK_EQUAL(1, relib_rt_threads(ledger, &info, 1));
	atomic_store(&flag, true);
	CHECK(pthread_join(thread, &result) == 0);
	CHECK(result == &flag);
	CHECK_EQUAL(0, relib_rt_threads(ledger, &info, 1));
	CHECK(pthread_create(&thread, NULL, wait_for_flag, &flag) == 0);
	CHECK(pthread_detach(thread) == 0);
	while (relib_rt_threads(ledger, &info, 1) > 0) {
		sched_yield();
	}
	CHECK_EQUAL(0, relib_rt_join_ended(ledger));
	relib_rt_upstream_close(upstream);
	CHECK(pthread_create(&thread, NULL, wait_for_flag, &flag) == 0);
	CHECK(pthread_join(thread, NULL) == 0);
	relib_rt_ledger_close(ledger);
}

static void say(const char *text)
{
	CHECK_EQUAL(strlen(text), write(STDERR_FILENO, text, strlen(text)));
}

static void panics(void)
{
	char text[4000];
	relib_ledger *ledger = relib_rt_ledger_open("rusty", 1);
	relib_upstream *upstream = attach(ledger);
	say("hello\n");
	CHECK_EQUAL(0, relib_rt_upstream_take_panic(text, sizeof(text)));
	say("thread 'a' panicked at b:\n");
	say("c\n");
	CHECK_EQUAL(28, relib_rt_upstream_take_panic(text, sizeof(text)));
	CHECK(memcmp(text, "thread 'a' panicked at b:\nc\n", 28) == 0);
	CHECK_EQUAL(0, relib_rt_upstream_take_panic(text, sizeof(text)));
	say("thread 'a' panicked at b:\n");
	for (int i = 0; i < 1000; i++) {
		say("12345");
	}
	CHECK_EQUAL(2048, relib_rt_upstream_take_panic(text, sizeof(text)));
	relib_rt_upstream_close(upstream);
	relib_rt_ledger_close(ledger);
}

TEST(keeps_what_a_thread_writes_about_its_panic)
{
	char text[6000];
	CHECK_EQUAL(0, check_in_child(panics, text, sizeof(text)));
	CHECK(strncmp(text, "hello\nthread 'a' panicked at b:\nc\n", 34) == 0);
}

static void give_up(void)
{
	attach(relib_rt_ledger_open("rusty", 1));
	runtime.unrecoverable(runtime.module, (relib_str){"bad pointer!", 11});
}

TEST(ends_the_process_when_the_module_can_not_go_on)
{
	char text[1000];
	int status = check_in_child(give_up, text, sizeof(text));
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	CHECK(strstr(text, "relib: module 'rusty' can not go on: bad pointer\n") != NULL);
}

static void leave_by_exit(void)
{
	attach(relib_rt_ledger_open("rusty", 1));
	exit(9);
}

static void leave_by_abort(void)
{
	attach(relib_rt_ledger_open("rusty", 1));
	abort();
}

TEST(says_which_module_ends_the_process)
{
	char text[1000];
	int status = check_in_child(leave_by_exit, text, sizeof(text));
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 9);
	CHECK(strstr(text, "relib: module 'rusty': the process ends: exit(9) was called") != NULL);
	status = check_in_child(leave_by_abort, text, sizeof(text));
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	CHECK(strstr(text, "relib: module 'rusty': the process ends: abort() was called") != NULL);
}

TEST(logs_which_module_ends_the_process)
{
	char text[1000];
	check_in_child(leave_by_abort, text, sizeof(text));
	CHECK(strstr(text, "relib.rusty ERROR the process ends: abort() was called") != NULL);
}

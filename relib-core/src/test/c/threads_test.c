/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

static atomic_int gate;

static void open_gate(void)
{
	atomic_store(&gate, 1);
}

static relib_thread_info only_thread(const struct module *module)
{
	relib_thread_info info;
	do {
		usleep(200);
		CHECK_EQUAL(1, relib_rt_threads(module->ledger, &info, 1));
	} while (info.tid == 0);
	return info;
}

TEST(lists_a_running_thread)
{
	pthread_t thread;
	Dl_info origin;
	struct module module = module_open("module");
	struct naming naming = {.name = ") R 1 (x y"};
	CHECK_EQUAL(0, module.probe->name_oneself(&thread, NULL, &naming));
	while (atomic_load(&naming.named) == 0) {
		usleep(200);
	}
	relib_thread_info info = only_thread(&module);
	CHECK(info.tid != getpid());
	CHECK(strcmp(info.name, ") R 1 (x y") == 0);
	CHECK_EQUAL(0, info.detached);
	CHECK(info.started_millis / 10000 <= time(NULL) / 10 && info.started_millis / 10000 >= time(NULL) / 10 - 10);
	CHECK(dladdr((void *)(uintptr_t)info.frames[0], &origin) != 0 && strcmp(origin.dli_fname, module.path) == 0);
	atomic_store(&naming.gate, 1);
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	module_close(&module);
}

__attribute__((noinline)) static int start_here(const struct module *module, pthread_t *thread)
{
	return -module->probe->wait_for(thread, NULL, &gate); /* no tail call, which would leave no frame */
}

TEST(keeps_the_stack_that_has_started_a_thread)
{
	pthread_t thread;
	uintptr_t begin = (uintptr_t)start_here;
	bool found = false;
	struct module module = module_open("module");
	CHECK_EQUAL(0, start_here(&module, &thread));
	relib_thread_info info = only_thread(&module);
	for (int i = 1; i < RELIB_STACK_FRAMES; i++) {
		found |= info.frames[i] > begin && info.frames[i] < begin + 200;
	}
	CHECK(found);
	open_gate();
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	module_close(&module);
}

TEST(lists_as_many_threads_as_there_is_space_oldest_first)
{
	enum { COUNT = 5 };
	relib_thread_info infos[COUNT];
	relib_thread_info first[2];
	pthread_t threads[COUNT];
	struct module module = module_open("module");
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQUAL(0, module.probe->wait_for(&threads[i], NULL, &gate));
		while (relib_rt_threads(module.ledger, infos, COUNT) != (size_t)i + 1 || infos[i].tid == 0) {
			usleep(200);
		}
	}
	CHECK_EQUAL(COUNT, relib_rt_threads(module.ledger, first, 2));
	CHECK_EQUAL(infos[0].tid, first[0].tid);
	CHECK_EQUAL(infos[1].tid, first[1].tid);
	CHECK(infos[0].tid != infos[1].tid && infos[0].started_millis <= infos[4].started_millis);
	open_gate();
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQUAL(0, module.probe->join(threads[i], NULL));
	}
	module_close(&module);
}

TEST(gives_the_thread_its_argument_and_its_joiner_the_result)
{
	pthread_t thread;
	void *result = NULL;
	struct module module = module_open("module");
	open_gate();
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, module.probe->join(thread, &result));
	CHECK(result == &gate);
	CHECK_EQUAL(0, module.probe->exit_early(&thread, NULL, &module));
	CHECK_EQUAL(0, module.probe->join(thread, &result));
	CHECK(result == &module);
	module_close(&module);
}

TEST(a_thread_counts_until_the_kernel_has_forgotten_it)
{
	pthread_t thread;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->end_slowly(&thread, NULL, &gate));
	only_thread(&module);
	usleep(20000); /* its function has returned */
	CHECK_EQUAL(1, module_threads(&module));
	open_gate();
	module_await_threads(&module, 0);
	CHECK_EQUAL(1, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(joins_ended_threads_that_nobody_joined)
{
	enum { COUNT = 20 };
	pthread_t thread;
	struct module module = module_open("module");
	open_gate();
	for (int i = 0; i < COUNT; i++) {
		CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	}
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	module_await_threads(&module, 0);
	CHECK_EQUAL(COUNT - 1, relib_rt_join_ended(module.ledger));
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(does_not_join_a_detached_thread)
{
	pthread_t thread;
	pthread_attr_t detached;
	struct module module = module_open("module");
	pthread_attr_init(&detached);
	pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
	CHECK_EQUAL(0, module.probe->wait_for(&thread, &detached, &gate));
	CHECK_EQUAL(1, only_thread(&module).detached);
	open_gate();
	module_await_threads(&module, 0);
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	pthread_attr_destroy(&detached);
	module_close(&module);
}

/* libc gives the handle out again: to join by it would be to wait for the wrong thread. */
TEST(does_not_take_a_thread_for_a_detached_one_with_the_same_handle)
{
	pthread_t first;
	pthread_t second;
	pthread_attr_t detached;
	struct module module = module_open("module");
	pthread_attr_init(&detached);
	pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
	CHECK_EQUAL(0, module.probe->exit_early(&first, &detached, NULL));
	while (module_threads(&module) > 0) {
		usleep(200);
	}
	CHECK_EQUAL(0, module.probe->wait_for(&second, NULL, &gate));
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	open_gate();
	CHECK_EQUAL(0, module.probe->join(second, NULL));
	pthread_attr_destroy(&detached);
	module_close(&module);
}

TEST(forgets_a_thread_that_was_joined_by_other_means)
{
	pthread_t first;
	pthread_t second;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->exit_early(&first, NULL, NULL));
	CHECK_EQUAL(0, pthread_join(first, NULL));
	CHECK_EQUAL(0, module.probe->wait_for(&second, NULL, &gate));
	if (first == second) { /* as it is with glibc */
		CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	}
	open_gate();
	CHECK_EQUAL(0, module.probe->join(second, NULL));
	module_await_threads(&module, 0);
	if (first == second) {
		module_close(&module);
	}
}

TEST(follows_a_thread_that_is_detached_later)
{
	pthread_t thread;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, only_thread(&module).detached);
	CHECK_EQUAL(0, module.probe->detach(thread));
	CHECK_EQUAL(1, only_thread(&module).detached);
	open_gate();
	module_await_threads(&module, 0);
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(follows_a_thread_that_detaches_itself)
{
	pthread_t thread;
	struct module module = module_open("module");
	for (int i = 0; i < (check_times() ? 200 : 20); i++) {
		atomic_store(&gate, 0);
		CHECK_EQUAL(0, module.probe->detach_oneself(&thread, NULL, &gate));
		open_gate();
	}
	module_await_threads(&module, 0);
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(follows_a_thread_that_is_detached_after_its_end)
{
	pthread_t thread;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->exit_early(&thread, NULL, NULL));
	module_await_threads(&module, 0);
	CHECK_EQUAL(0, module.probe->detach(thread));
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(follows_a_thread_that_another_one_joins)
{
	pthread_t joined;
	pthread_t joiner;
	void *error = &joiner;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->wait_for(&joined, NULL, &gate));
	CHECK_EQUAL(0, module.probe->join_another(&joiner, NULL, &joined));
	CHECK_EQUAL(2, module_threads(&module));
	open_gate();
	CHECK_EQUAL(0, module.probe->join(joiner, &error));
	CHECK(error == NULL);
	module_await_threads(&module, 0);
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(passes_on_that_a_thread_cannot_join_itself)
{
	static pthread_t thread; /* known to the thread when it starts */
	void *error = NULL;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->join_another(&thread, NULL, &thread));
	CHECK_EQUAL(0, module.probe->join(thread, &error));
	CHECK_EQUAL(EDEADLK, (intptr_t)error);
	module_close(&module);
}

TEST(joins_with_a_deadline)
{
	pthread_t thread;
	struct timespec soon;
	struct timespec later;
	void *result = NULL;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(EBUSY, module.probe->tryjoin(thread, &result));
	clock_gettime(CLOCK_REALTIME, &soon);
	CHECK_EQUAL(ETIMEDOUT, module.probe->timedjoin(thread, &result, &soon));
	clock_gettime(CLOCK_MONOTONIC, &soon);
	CHECK_EQUAL(ETIMEDOUT, module.probe->clockjoin(thread, &result, CLOCK_MONOTONIC, &soon));
	CHECK_EQUAL(1, module_threads(&module));
	open_gate();
	later = soon;
	later.tv_sec += 20;
	CHECK_EQUAL(0, module.probe->clockjoin(thread, &result, CLOCK_MONOTONIC, &later));
	CHECK(result == &gate);
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	CHECK_EQUAL(0, module.probe->timedjoin(thread, &result, NULL));
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
	while (module.probe->tryjoin(thread, NULL) == EBUSY) {
		usleep(200);
	}
	module_await_threads(&module, 0);
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(joins_a_thread_whose_joiner_was_cancelled)
{
	pthread_t joined;
	pthread_t joiner;
	void *result = NULL;
	struct module module = module_open("module");
	CHECK_EQUAL(0, module.probe->wait_for(&joined, NULL, &gate));
	CHECK_EQUAL(0, module.probe->join_another(&joiner, NULL, &joined));
	usleep(20000);
	CHECK_EQUAL(0, pthread_cancel(joiner));
	CHECK_EQUAL(0, module.probe->join(joiner, &result));
	CHECK(result == PTHREAD_CANCELED);
	open_gate();
	module_await_threads(&module, 0);
	CHECK_EQUAL(1, relib_rt_join_ended(module.ledger));
	module_close(&module);
}

TEST(forgets_a_thread_that_was_cancelled_at_its_start)
{
	pthread_t thread;
	struct module module = module_open("module");
	for (int i = 0; i < (check_times() ? 300 : 50); i++) {
		CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &gate));
		CHECK_EQUAL(0, pthread_cancel(thread));
		CHECK_EQUAL(0, module.probe->join(thread, NULL));
	}
	module_await_threads(&module, 0);
	module_close(&module);
}

TEST(has_no_thread_that_could_not_be_created)
{
	pthread_t thread;
	pthread_attr_t huge;
	struct module module = module_open("module");
	pthread_attr_init(&huge);
	CHECK_EQUAL(0, pthread_attr_setstacksize(&huge, (size_t)1 << 46));
	CHECK(module.probe->wait_for(&thread, &huge, &gate) != 0);
	CHECK_EQUAL(0, module_threads(&module));
	CHECK_EQUAL(0, relib_rt_join_ended(module.ledger));
	pthread_attr_destroy(&huge);
	module_close(&module);
}

TEST(passes_through_joins_of_threads_that_the_module_did_not_start)
{
	pthread_t thread;
	struct module module = module_open("module");
	CHECK_EQUAL(0, pthread_create(&thread, NULL, (void *(*)(void *))(intptr_t)module_threads, &module));
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	CHECK_EQUAL(0, pthread_create(&thread, NULL, (void *(*)(void *))(intptr_t)module_threads, &module));
	CHECK_EQUAL(0, module.probe->detach(thread));
	CHECK_EQUAL(0, module_threads(&module));
	usleep(20000);
	module_close(&module);
}

TEST(keeps_up_with_many_short_threads)
{
	pthread_t threads[8];
	pthread_t unjoined;
	struct module module = module_open("module");
	int rounds = check_times() ? 1000 : 20;
	open_gate();
	for (int i = 0; i < rounds; i++) {
		for (int k = 0; k < 8; k++) {
			CHECK_EQUAL(0, module.probe->wait_for(&threads[k], NULL, &gate));
		}
		for (int k = 0; k < 8; k++) {
			CHECK_EQUAL(0, k % 2 == 0 ? module.probe->join(threads[k], NULL) : module.probe->detach(threads[k]));
		}
		if (i % 10 == 0) {
			CHECK_EQUAL(0, module.probe->exit_early(&unjoined, NULL, NULL));
		}
	}
	module_await_threads(&module, 0);
	CHECK_EQUAL(rounds / 10, relib_rt_join_ended(module.ledger));
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

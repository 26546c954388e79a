/*
 * Libraries without the kit.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static timer_t send_often(int number)
{
	timer_t timer;
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = number};
	CHECK_EQUAL(0, timer_create(CLOCK_MONOTONIC, &event, &timer));
	CHECK_EQUAL(0, timer_settime(timer, 0, &(struct itimerspec){{0, 200000}, {0, 200000}}, NULL));
	return timer;
}

TEST(a_handler_may_install_itself_again_while_a_module_is_loaded)
{
	keep_log();
	struct module module = module_open_plain("plain_module");
	atomic_int *handled = module_symbol(&module, "plain_handled");
	EXPORT(&module, void (*)(int), "plain_install_again")(SIGUSR1);
	timer_t timer = send_often(SIGUSR1);
	while (atomic_load(handled) < 200) {
		relib_rt_ledger_close(relib_rt_ledger_open("another", 1));
	}
	timer_delete(timer);
	module_close(&module);
}

static pid_t parent;

static void log_in_parent(uint64_t id, int level, const char *text, size_t len)
{
	(void)id, (void)level, (void)text, (void)len;
	if (getpid() != parent) {
		_exit(9);
	}
}

static void handle(int number)
{
	(void)number;
}

TEST(a_child_that_a_library_forks_sets_its_signals_without_telling_the_host)
{
	parent = getpid();
	relib_rt_log_to(NULL, log_in_parent);
	signal(SIGINT, handle);
	struct module module = module_open_plain("plain_module");
	int status = EXPORT(&module, int (*)(void), "plain_fork")();
	CHECK(WIFEXITED(status));
	CHECK_EQUAL(7, WEXITSTATUS(status));
	module_close(&module);
}

TEST(leaves_references_among_text_alone)
{
	keep_log();
	struct module module = module_open_plain("text_module");
	free(EXPORT(&module, void *(*)(size_t), "text_allocate")(10));
	module_close(&module);
}

TEST(a_function_of_a_timer_may_end_its_thread)
{
	keep_log();
	struct module module = module_open_plain("plain_module");
	atomic_int *handled = module_symbol(&module, "plain_handled");
	EXPORT(&module, void (*)(void), "plain_start_timer")();
	while (atomic_load(handled) == 0) {
		usleep(1000);
	}
	module_close(&module);
	CHECK_EQUAL(1, record_count());
}

TEST(a_handler_may_open_and_close_while_its_thread_does)
{
	keep_log();
	struct module module = module_open_plain("plain_module");
	atomic_int *handled = module_symbol(&module, "plain_handled");
	void (*open_one)(void) = EXPORT(&module, void (*)(void), "plain_open");
	EXPORT(&module, void (*)(int), "plain_handle_by_opening")(SIGUSR1);
	timer_t timer = send_often(SIGUSR1);
	while (atomic_load(handled) < 2000) {
		open_one();
	}
	timer_delete(timer);
	module_close(&module);
}

TEST(a_thread_with_a_small_stack_keeps_its_processors_and_its_signals)
{
	int processors;
	int blocks;
	cpu_set_t own;
	keep_log();
	struct module module = module_open_plain("plain_module");
	void (*start)(int, int *, int *) = EXPORT(&module, void (*)(int, int *, int *), "plain_start_thread");
	start(0, &processors, &blocks);
	CHECK_EQUAL(0, sched_getaffinity(0, sizeof(own), &own));
	CHECK_EQUAL(CPU_COUNT(&own), processors);
	CHECK_EQUAL(0, blocks);
	start(1, &processors, &blocks);
	CHECK_EQUAL(1, processors);
	CHECK_EQUAL(1, blocks);
	module_close(&module);
}

static void (*jump_out)(int number, int depth);

static void *jump_often(void *unused)
{
	for (int depth = 0; depth < 100; depth++) {
		jump_out(SIGUSR1, depth);
	}
	return unused;
}

/* More handlers than there are entries for those that run, in many threads and in one. */
TEST(handlers_may_be_left_by_jumps_at_any_depth)
{
	pthread_t thread;
	keep_log();
	signal(SIGUSR1, handle);
	struct module module = module_open_plain("plain_module");
	atomic_int *handled = module_symbol(&module, "plain_handled");
	jump_out = EXPORT(&module, void (*)(int, int), "plain_jump");
	EXPORT(&module, void (*)(int), "plain_handle_by_jumping")(SIGUSR1);
	for (int i = 0; i < 10; i++) {
		CHECK_EQUAL(0, pthread_create(&thread, NULL, jump_often, NULL));
		pthread_join(thread, NULL);
	}
	for (int depth = 0; depth < 600; depth++) {
		jump_out(SIGUSR1, depth);
	}
	CHECK_EQUAL(1600, atomic_load(handled));
	module_close(&module);
}

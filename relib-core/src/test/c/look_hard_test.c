/*
 * Looks at threads whose stacks and signals are not as usual.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "check.h"
#include "look.h"

#include <dlfcn.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

static struct relib_look *look;
static int (*go_deep)(int);
static void *(*stay)(void *);
static atomic_bool *stay_no_longer;
static atomic_bool stands;
static atomic_bool leave;

static void open_library(void)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/look_module.so", getenv("RELIB_TEST_MODULES"));
	look = relib_rt_look_open();
	void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	CHECK(handle != NULL);
	relib_rt_look_opened(look, handle);
	*(void **)&go_deep = dlsym(handle, "look_go_deep");
	*(void **)&stay = dlsym(handle, "look_stay");
	stay_no_longer = dlsym(handle, "look_leave");
	CHECK(go_deep != NULL && stay != NULL && stay_no_longer != NULL);
}

static pthread_t start(void *(*function)(void *))
{
	pthread_t thread;
	CHECK_EQUAL(0, pthread_create(&thread, NULL, function, NULL));
	while (!atomic_load(&stands)) {
		nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
	}
	return thread;
}

static void see_nobody(void *(*function)(void *))
{
	open_library();
	pthread_t thread = start(function);
	for (int i = 0; i < 5; i++) {
		CHECK_EQUAL(0, relib_rt_look(look, 1, NULL, 0));
	}
	atomic_store(&leave, true);
	pthread_join(thread, NULL);
}

static void spin(void)
{
	atomic_store(&stands, true);
	while (!atomic_load(&leave)) {
	}
}

/* As coroutines begin: with a return address that no code has. */
__attribute__((noinline)) static void *return_nowhere(void *argument)
{
	volatile uintptr_t *frame = __builtin_frame_address(0);
	uintptr_t address = frame[1];
	frame[1] = 0xdeadc0c0;
	spin();
	frame[1] = address;
	return argument;
}

TEST(survives_a_stack_that_ends_in_a_made_up_return_address)
{
	see_nobody(return_nowhere);
}

__attribute__((noinline)) static void *lose_frames(void *argument)
{
	volatile uintptr_t *frame = __builtin_frame_address(0);
	uintptr_t older = frame[0];
	frame[0] = 16;
	spin();
	frame[0] = older;
	return argument;
}

__attribute__((noinline)) static void *find_caller_by_frame(void *argument)
{
	void *volatile frame = __builtin_frame_address(0);
	lose_frames(argument);
	return frame != NULL ? argument : NULL;
}

TEST(survives_a_stack_whose_frames_lead_nowhere)
{
	see_nobody(find_caller_by_frame);
}

__attribute__((noinline)) static void spin_in_a_large_frame(void)
{
	volatile char room[16384];
	room[0] = 1;
	spin();
	room[1] = room[0];
}

static void *leave_addresses(void *argument)
{
	go_deep(20);
	spin_in_a_large_frame();
	return argument;
}

TEST(takes_no_address_that_was_left_on_the_stack_for_a_frame)
{
	see_nobody(leave_addresses);
}

TEST(passes_a_signal_on_to_nobody_where_nobody_had_it)
{
	struct sigaction nobody = {.sa_handler = SIG_DFL, .sa_flags = SA_SIGINFO};
	CHECK_EQUAL(0, sigaction(SIGURG, &nobody, NULL));
	open_library();
	CHECK_EQUAL(0, raise(SIGURG));
}

static void *block_all_signals(void *argument)
{
	sigset_t all;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, NULL);
	spin();
	return argument;
}

TEST(takes_a_thread_that_blocks_all_signals_for_outside_if_it_has_no_address_of_the_library)
{
	see_nobody(block_all_signals);
}

static void *block_all_signals_after_a_call(void *argument)
{
	go_deep(20);
	return block_all_signals(argument);
}

TEST(takes_a_thread_that_blocks_all_signals_for_inside_if_it_has_an_address_of_the_library)
{
	open_library();
	pthread_t thread = start(block_all_signals_after_a_call);
	CHECK_EQUAL(1, relib_rt_look(look, 1, NULL, 0));
	atomic_store(&leave, true);
	pthread_join(thread, NULL);
}

static atomic_int forwarded;

static void take(int number, siginfo_t *info, void *context)
{
	sigset_t blocked;
	(void)context;
	pthread_sigmask(SIG_SETMASK, NULL, &blocked);
	CHECK_EQUAL(1, sigismember(&blocked, SIGUSR1));
	CHECK_EQUAL(0, sigismember(&blocked, SIGUSR2));
	CHECK_EQUAL(number, info->si_signo);
	atomic_fetch_add(&forwarded, 1);
}

TEST(passes_a_signal_on_with_the_signals_blocked_that_its_handler_wants)
{
	struct sigaction others = {.sa_sigaction = take, .sa_flags = SA_SIGINFO};
	sigaddset(&others.sa_mask, SIGUSR1);
	CHECK_EQUAL(0, sigaction(SIGURG, &others, NULL));
	open_library();
	CHECK_EQUAL(0, raise(SIGURG));
	CHECK_EQUAL(1, atomic_load(&forwarded));
}

static _Thread_local sigjmp_buf back;

static void jump_back(int number)
{
	siglongjmp(back, number);
}

__attribute__((noinline)) static int nest(int depth)
{
	volatile int room = depth;
	if (depth > 0) {
		return nest(depth - 1) + room;
	}
	for (volatile int i = 0; i < 100000; i++) {
	}
	return room;
}

static void *jump(void *argument)
{
	sigsetjmp(back, 1);
	atomic_store(&stands, true);
	while (!atomic_load(&leave)) {
		nest(100);
	}
	return argument;
}

static pthread_t jumper;

static void *disturb(void *argument)
{
	for (int i = 0; i < 4000; i++) {
		nanosleep(&(struct timespec){.tv_nsec = 40000}, NULL);
		pthread_kill(jumper, SIGUSR2);
	}
	atomic_store(&leave, true);
	return argument;
}

TEST(waits_for_no_answer_of_a_thread_that_jumps_away)
{
	struct sigaction action = {.sa_handler = jump_back};
	pthread_t disturber;
	open_library();
	CHECK_EQUAL(0, sigaction(SIGUSR2, &action, NULL));
	jumper = start(jump);
	CHECK_EQUAL(0, pthread_create(&disturber, NULL, disturb, NULL));
	while (!atomic_load(&leave)) {
		relib_rt_look(look, 1, NULL, 0);
	}
	pthread_join(disturber, NULL);
	pthread_join(jumper, NULL);
}

static void *look_often(void *missed)
{
	while (relib_rt_look(look, 1, NULL, 0) == 0) {
	}
	for (int i = 0; i < 300; i++) {
		*(int *)missed += relib_rt_look(look, 1, NULL, 0) == 0;
	}
	atomic_store(stay_no_longer, true);
	return NULL;
}

/* The first thread is the JVM's, as far as a look can tell: while it runs it is not asked without a reason. */
TEST(sees_a_thread_of_the_host_that_was_inside_each_time_though_it_was_asked_before)
{
	pthread_t looker;
	int missed = 0;
	open_library();
	CHECK_EQUAL(0, pthread_create(&looker, NULL, look_often, &missed));
	stay(NULL);
	pthread_join(looker, NULL);
	CHECK_EQUAL(0, missed);
}

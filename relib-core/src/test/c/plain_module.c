/*
 * A library without the kit, which is redirected.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT atomic_int plain_handled;

/* As handlers did when a signal took its handler off. */
static void install_again(int number)
{
	signal(number, install_again);
	atomic_fetch_add(&plain_handled, 1);
}

EXPORT void plain_install_again(int number);
EXPORT void plain_install_again(int number)
{
	signal(number, install_again);
}

/* What a library does in a child that it forks, before it runs another program there. Returns the child's status. */
EXPORT int plain_fork(void);
EXPORT int plain_fork(void)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		signal(SIGINT, SIG_DFL);
		signal(SIGUSR2, SIG_IGN);
		struct sigaction action;
		sigaction(SIGINT, NULL, &action);
		_exit(action.sa_handler == SIG_DFL ? 7 : 8);
	}
	waitpid(child, &status, 0);
	return status;
}

static void end_thread(union sigval value)
{
	(void)value;
	atomic_fetch_add(&plain_handled, 1);
	pthread_exit(NULL);
}

EXPORT void plain_start_timer(void);
EXPORT void plain_start_timer(void)
{
	timer_t timer;
	struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = end_thread};
	timer_create(CLOCK_MONOTONIC, &event, &timer);
	timer_settime(timer, 0, &(struct itimerspec){.it_value = {.tv_nsec = 1000000}}, NULL);
}

EXPORT void plain_open(void);
EXPORT void plain_open(void)
{
	int copy = dup(1);
	close(copy);
}

static void open_in_handler(int number)
{
	(void)number;
	plain_open();
	atomic_fetch_add(&plain_handled, 1);
}

EXPORT void plain_handle_by_opening(int number);
EXPORT void plain_handle_by_opening(int number)
{
	signal(number, open_in_handler);
}

struct seen {
	int processors;
	int blocks;
};

static void *see(void *argument)
{
	struct seen *seen = argument;
	cpu_set_t processors;
	sigset_t blocked;
	pthread_getaffinity_np(pthread_self(), sizeof(processors), &processors);
	pthread_sigmask(SIG_BLOCK, NULL, &blocked);
	seen->processors = CPU_COUNT(&processors);
	seen->blocks = sigismember(&blocked, SIGTERM);
	return argument;
}

/* Both are of a thread with a small stack, which is to run on the processor that its creator is on, or on any. */
EXPORT void plain_start_thread(int bound, int *processors, int *blocks);
EXPORT void plain_start_thread(int bound, int *processors, int *blocks)
{
	pthread_attr_t attributes;
	pthread_t thread;
	struct seen seen = {0};
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, 65536);
	if (bound) {
		cpu_set_t one;
		sigset_t all;
		CPU_ZERO(&one);
		CPU_SET(sched_getcpu(), &one);
		pthread_attr_setaffinity_np(&attributes, sizeof(one), &one);
		sigfillset(&all);
		pthread_attr_setsigmask_np(&attributes, &all);
	}
	pthread_create(&thread, &attributes, see, &seen);
	pthread_join(thread, NULL);
	pthread_attr_destroy(&attributes);
	*processors = seen.processors;
	*blocks = seen.blocks;
}

static sigjmp_buf outside;

static void jump(int number)
{
	(void)number;
	atomic_fetch_add(&plain_handled, 1);
	siglongjmp(outside, 1);
}

EXPORT void plain_handle_by_jumping(int number);
EXPORT void plain_handle_by_jumping(int number)
{
	signal(number, jump);
}

/* Raises the signal at some depth of the stack, and comes back by a jump. */
EXPORT void plain_jump(int number, int depth);
EXPORT __attribute__((noinline)) void plain_jump(int number, int depth)
{
	volatile char room[64];
	room[depth % 64] = 1;
	if (depth > 0) {
		plain_jump(number, depth - 1);
	} else if (sigsetjmp(outside, 1) == 0) {
		raise(number);
	}
	(void)room[0];
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "exit_watch.h"

#include "peek.h"
#include "scan.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define LOOKS_A_SECOND 20
#define STUCK (2 * LOOKS_A_SECOND)
#define TOO_LONG (10 * LOOKS_A_SECOND)

/* The C library hands on the status as well, and keeps functions by the object that they are registered for. */
int __cxa_atexit(void (*function)(void *), void *argument, void *object);
void __cxa_finalize(void *object);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct code modules;
static _Thread_local bool renewing;

static struct {
	int64_t tid;
	int status;
} exiting;

static atomic_bool has_begun;

bool exit_watch_has_begun(void)
{
	return atomic_load(&has_begun);
}

static bool is_in_destructor(struct thread_place place, uintptr_t stack_end)
{
	bool inside = true; /* it cannot have left if it is not shown */
	if (place.state == THREAD_SLEEPING) {
		pthread_mutex_lock(&lock);
		inside = code_has(&modules, place.counter) || scan_stack(&modules, place.stack_pointer, stack_end) != 0;
		pthread_mutex_unlock(&lock);
	}
	return inside;
}

static void end_process(void)
{
	static const char text[] = "relib: a destructor of a native module does not return; the process ends without it\n";
	ssize_t written = write(STDERR_FILENO, text, sizeof(text) - 1);
	(void)written;
	_exit(exiting.status);
}

static void *look_on(void *unused)
{
	struct thread_place before = {0};
	struct thread_origin origin = thread_origin(exiting.tid);
	int inside = 0;
	int unmoved = 0;
	while (inside < TOO_LONG && unmoved < STUCK) {
		nanosleep(&(struct timespec){.tv_nsec = 1000000000 / LOOKS_A_SECOND}, NULL);
		struct thread_place place = thread_place(exiting.tid);
		bool seen = place.state == THREAD_SLEEPING;
		bool now = is_in_destructor(place, origin.stack_end) && (seen || inside > 0);
		bool same = now && seen && place.stack_pointer == before.stack_pointer && place.counter == before.counter;
		inside = now ? inside + 1 : 0;
		unmoved = same ? unmoved + 1 : 0;
		before = place;
	}
	end_process();
	return unused;
}

static void begin(void *unused, int status)
{
	pthread_t thread;
	sigset_t all;
	sigset_t mask;
	(void)unused;
	if (renewing) {
		return;
	}
	atomic_store(&has_begun, true);
	exiting.tid = syscall(SYS_gettid);
	exiting.status = status;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &mask);
	if (pthread_create(&thread, NULL, look_on, NULL) == 0) {
		pthread_detach(thread);
	}
	pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

void exit_watch_renew(void)
{
	pthread_mutex_lock(&lock);
	renewing = true;
	__cxa_finalize(&exiting);
	renewing = false;
	__cxa_atexit((void (*)(void *))(uintptr_t)begin, NULL, &exiting);
	pthread_mutex_unlock(&lock);
}

void exit_watch(struct address_range *code, size_t count)
{
	if (code != NULL) {
		pthread_mutex_lock(&lock);
		free(modules.ranges);
		modules = (struct code){code, count};
		pthread_mutex_unlock(&lock);
	}
	exit_watch_renew();
}

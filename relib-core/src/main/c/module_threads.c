/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "module_threads.h"

#include "kernel_thread.h"
#include "stack.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum claim {
	JOINABLE,
	JOINING, /* somebody is in pthread_join */
	RELEASED /* joined or detached: the handle may be another thread's by now */
};

struct thread {
	struct threads *threads;
	void *(*start)(void *);
	void *argument;
	pthread_t handle;
	enum claim claim;
	bool detached;
	bool gone;
	int64_t tid; /* 0 while it starts */
	uint64_t start_time;
	int64_t started_millis;
	uint64_t frames[RELIB_STACK_FRAMES];
};

void threads_open(struct threads *threads)
{
	*threads = (struct threads){0};
	pthread_mutex_init(&threads->lock, NULL);
}

static bool is_gone(struct thread *thread)
{
	thread->gone = thread->gone || (thread->tid != 0 && kernel_thread_gone(thread->tid, thread->start_time));
	return thread->gone;
}

/* Forgets threads that nobody can ask for any more. Precondition: the lock is held. */
static void sweep(struct threads *threads)
{
	size_t kept = 0;
	for (size_t i = 0; i < threads->count; i++) {
		struct thread *thread = threads->all[i];
		if (thread->claim == RELEASED && is_gone(thread)) {
			free(thread);
		} else {
			threads->all[kept++] = thread;
		}
	}
	threads->count = kept;
}

/* Sweeps only when the array is full and grows it if half of it stays: constant time a thread. */
static bool has_room(struct threads *threads)
{
	if (threads->count < threads->capacity) {
		return true;
	}
	sweep(threads);
	if (threads->count < threads->capacity / 2) {
		return true;
	}
	size_t capacity = threads->capacity == 0 ? 16 : threads->capacity * 2;
	struct thread **all = realloc(threads->all, capacity * sizeof(struct thread *));
	if (all != NULL) {
		threads->all = all;
		threads->capacity = capacity;
	}
	return threads->count < threads->capacity;
}

/*
 * The function with which a module's thread begins. It outlives the module: the thread returns here or ends in
 * libc. The lock makes the thread wait until its creator has stored the handle. A cancellation in here would
 * leave it starting for ever.
 */
static void *run(void *argument)
{
	struct thread *thread = argument;
	struct kernel_thread kernel;
	int cancel_state;
	pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel_state);
	int64_t tid = syscall(SYS_gettid);
	kernel_thread_read(tid, &kernel);
	pthread_mutex_lock(&thread->threads->lock);
	thread->tid = tid;
	thread->start_time = kernel.start_time;
	void *(*start)(void *) = thread->start;
	void *start_argument = thread->argument;
	pthread_mutex_unlock(&thread->threads->lock);
	pthread_setcancelstate(cancel_state, NULL);
	return start(start_argument);
}

/* The thread that still owns the handle; handles are used again. Precondition: the lock is held. */
static struct thread *find_joinable(const struct threads *threads, pthread_t handle)
{
	for (size_t i = threads->count; i > 0; i--) {
		struct thread *thread = threads->all[i - 1];
		if (thread->claim == JOINABLE && pthread_equal(thread->handle, handle)) {
			return thread;
		}
	}
	return NULL;
}

/* Precondition: the lock is held, and there is room. */
static void append(struct threads *threads, struct thread *thread)
{
	struct thread *former = find_joinable(threads, thread->handle);
	if (former != NULL) { /* joined without the hooks: libc gives a handle out again after a join only */
		former->claim = RELEASED;
	}
	threads->all[threads->count++] = thread;
}

/*
 * A thread that calls an import becomes a thread of Java, which needs guard pages and room for what the host does. With
 * less than this it would end the process, or the import would not be called.
 */
#define ENOUGH_STACK (512u * 1024)

static bool has_enough_stack(const pthread_attr_t *attributes)
{
	size_t size = ENOUGH_STACK;
	pthread_attr_t standard;
	if (attributes != NULL) {
		pthread_attr_getstacksize(attributes, &size);
	} else if (pthread_getattr_default_np(&standard) == 0) {
		pthread_attr_getstacksize(&standard, &size);
		pthread_attr_destroy(&standard);
	}
	return size >= ENOUGH_STACK;
}

/* Not in every C library. */
int pthread_attr_getaffinity_np(const pthread_attr_t *, size_t, cpu_set_t *) __attribute__((weak));
int pthread_attr_setaffinity_np(pthread_attr_t *, size_t, const cpu_set_t *) __attribute__((weak));
int pthread_attr_getsigmask_np(const pthread_attr_t *, sigset_t *) __attribute__((weak));
int pthread_attr_setsigmask_np(pthread_attr_t *, const sigset_t *) __attribute__((weak));

/* All processors: none were chosen, and the thread is to have its creator's. */
static void copy_affinity(pthread_attr_t *roomy, const pthread_attr_t *attributes)
{
	cpu_set_t processors[8];
	cpu_set_t every;
	memset(&every, -1, sizeof(every));
	if (pthread_attr_getaffinity_np != NULL && pthread_attr_setaffinity_np != NULL &&
		pthread_attr_getaffinity_np(attributes, sizeof(processors), processors) == 0 &&
		!CPU_EQUAL(&processors[0], &every)) {
		pthread_attr_setaffinity_np(roomy, sizeof(processors), processors);
	}
}

static void copy_mask(pthread_attr_t *roomy, const pthread_attr_t *attributes)
{
	sigset_t blocked;
	if (pthread_attr_getsigmask_np != NULL && pthread_attr_setsigmask_np != NULL &&
		pthread_attr_getsigmask_np(attributes, &blocked) == 0) {
		pthread_attr_setsigmask_np(roomy, &blocked);
	}
}

/* Sets all of roomy that can be asked of attributes (may be NULL), except for a stack of the module's own memory. */
static void copy_attributes(pthread_attr_t *roomy, const pthread_attr_t *attributes)
{
	int number;
	struct sched_param parameters;
	size_t guard;
	pthread_attr_init(roomy);
	if (attributes == NULL) {
		return;
	}
	pthread_attr_getdetachstate(attributes, &number);
	pthread_attr_setdetachstate(roomy, number);
	pthread_attr_getguardsize(attributes, &guard);
	pthread_attr_setguardsize(roomy, guard);
	pthread_attr_getinheritsched(attributes, &number);
	pthread_attr_setinheritsched(roomy, number);
	pthread_attr_getschedpolicy(attributes, &number);
	pthread_attr_setschedpolicy(roomy, number);
	pthread_attr_getschedparam(attributes, &parameters);
	pthread_attr_setschedparam(roomy, &parameters);
	copy_affinity(roomy, attributes);
	copy_mask(roomy, attributes);
}

static int create(pthread_t *handle, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
	if (has_enough_stack(attributes)) {
		return pthread_create(handle, attributes, start, argument);
	}
	pthread_attr_t roomy;
	copy_attributes(&roomy, attributes);
	pthread_attr_setstacksize(&roomy, ENOUGH_STACK);
	int error = pthread_create(handle, &roomy, start, argument);
	pthread_attr_destroy(&roomy);
	return error;
}

int threads_create(struct threads *threads, pthread_t *handle, const pthread_attr_t *attributes, void *(*start)(void *),
				   void *argument, const void *origin)
{
	int saved_errno = errno;
	int error = EAGAIN;
	int detach_state = PTHREAD_CREATE_JOINABLE;
	struct timespec now;
	struct thread *thread = malloc(sizeof(*thread));
	if (attributes != NULL) {
		pthread_attr_getdetachstate(attributes, &detach_state);
	}
	bool detached = detach_state == PTHREAD_CREATE_DETACHED;
	clock_gettime(CLOCK_REALTIME, &now);
	pthread_mutex_lock(&threads->lock);
	if (thread != NULL && !atomic_load(&threads->closing) && has_room(threads)) {
		*thread = (struct thread){
			.threads = threads,
			.start = start,
			.argument = argument,
			.claim = detached ? RELEASED : JOINABLE,
			.detached = detached,
			.started_millis = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000,
		};
		stack_capture(origin, thread->frames);
		error = create(&thread->handle, attributes, run, thread);
	}
	if (error == 0) {
		*handle = thread->handle;
		append(threads, thread);
	} else {
		free(thread);
	}
	pthread_mutex_unlock(&threads->lock);
	errno = saved_errno;
	return error;
}

/* Claims the thread; NULL if it is unknown. */
static struct thread *begin_join(struct threads *threads, pthread_t handle)
{
	pthread_mutex_lock(&threads->lock);
	struct thread *thread = find_joinable(threads, handle);
	if (thread != NULL) {
		thread->claim = JOINING;
	}
	pthread_mutex_unlock(&threads->lock);
	return thread;
}

static void end_join(struct thread *thread, enum claim claim)
{
	if (thread != NULL) {
		struct threads *threads = thread->threads;
		pthread_mutex_lock(&threads->lock);
		thread->claim = claim;
		pthread_mutex_unlock(&threads->lock);
	}
}

static void give_up_join(void *thread)
{
	end_join(thread, JOINABLE);
}

/* Not in every C library. */
int pthread_clockjoin_np(pthread_t, void **, clockid_t, const struct timespec *) __attribute__((weak));

static int join(pthread_t handle, void **result, int clock, const struct timespec *deadline, bool wait)
{
	if (wait) {
		return pthread_join(handle, result);
	}
	if (deadline == NULL) {
		return pthread_tryjoin_np(handle, result);
	}
	if (clock == CLOCK_REALTIME) {
		return pthread_timedjoin_np(handle, result, deadline);
	}
	return pthread_clockjoin_np == NULL ? ENOSYS : pthread_clockjoin_np(handle, result, clock, deadline);
}

/* The claim keeps others from joining a handle that is being joined, or that is given out anew meanwhile. */
static int claim_and_join(struct threads *threads, pthread_t handle, void **result, int clock,
						  const struct timespec *deadline, bool wait)
{
	int error;
	struct thread *volatile thread = begin_join(threads, handle);
	pthread_cleanup_push(give_up_join, thread); /* joining can be cancelled */
	error = join(handle, result, clock, deadline, wait);
	pthread_cleanup_pop(0);
	end_join(thread, error == 0 ? RELEASED : JOINABLE);
	return error;
}

int threads_join(struct threads *threads, pthread_t handle, void **result)
{
	return claim_and_join(threads, handle, result, CLOCK_REALTIME, NULL, true);
}

int threads_join_until(struct threads *threads, pthread_t handle, void **result, int clock,
					   const struct timespec *deadline)
{
	return claim_and_join(threads, handle, result, clock, deadline, false);
}

int threads_detach(struct threads *threads, pthread_t handle)
{
	pthread_mutex_lock(&threads->lock);
	struct thread *thread = find_joinable(threads, handle);
	int error = pthread_detach(handle);
	if (thread != NULL && error == 0) {
		thread->claim = RELEASED;
		thread->detached = true;
	}
	pthread_mutex_unlock(&threads->lock);
	return error;
}

size_t threads_list(struct threads *threads, relib_thread_info *infos, size_t capacity)
{
	struct kernel_thread kernel;
	size_t running = 0;
	pthread_mutex_lock(&threads->lock);
	sweep(threads);
	for (size_t i = 0; i < threads->count; i++) {
		struct thread *thread = threads->all[i];
		if (is_gone(thread)) {
			continue;
		}
		if (running < capacity) {
			relib_thread_info *info = &infos[running];
			*info = (relib_thread_info){
				.tid = thread->tid,
				.started_millis = thread->started_millis,
				.detached = thread->detached,
			};
			memcpy(info->frames, thread->frames, sizeof(info->frames));
			if (thread->tid != 0 && kernel_thread_read(thread->tid, &kernel)) {
				memcpy(info->name, kernel.name, sizeof(info->name));
			}
		}
		running++;
	}
	pthread_mutex_unlock(&threads->lock);
	return running;
}

size_t threads_join_ended(struct threads *threads)
{
	size_t joined = 0;
	pthread_mutex_lock(&threads->lock);
	for (size_t i = 0; i < threads->count; i++) {
		struct thread *thread = threads->all[i];
		if (thread->claim == JOINABLE && is_gone(thread)) {
			joined += pthread_join(thread->handle, NULL) == 0;
			thread->claim = RELEASED;
		}
	}
	sweep(threads);
	pthread_mutex_unlock(&threads->lock);
	return joined;
}

void threads_close(struct threads *threads)
{
	for (size_t i = 0; i < threads->count; i++) {
		free(threads->all[i]);
	}
	free(threads->all);
	pthread_mutex_destroy(&threads->lock);
}

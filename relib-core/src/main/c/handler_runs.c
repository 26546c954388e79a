/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "handler_runs.h"

#include <errno.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#define RUNS 512

/* No thread is in more handlers at once: more of its entries were left by jumps. */
#define MOST_OF_THREAD 64

/* No thread-locals: a library that is opened late has none that a handler may use. */
static struct run runs[RUNS];

static int own_thread(void)
{
	return (int)syscall(SYS_gettid);
}

const struct run *run_passing_on(const void *context, uintptr_t frame)
{
	int thread = own_thread();
	const struct run *innermost = NULL;
	for (size_t i = 0; i < RUNS; i++) {
		const struct run *run = &runs[i];
		if (atomic_load(&run->thread) == thread && run->context == context && run->frame > frame &&
			(innermost == NULL || run->frame < innermost->frame)) {
			innermost = run;
		}
	}
	return innermost;
}

/* One that was left by a jump: its place is the same, or there are too many, and it is the outermost. NULL: none. */
static struct run *find_left(int thread, const void *context, uintptr_t frame)
{
	struct run *outermost = NULL;
	size_t count = 0;
	for (size_t i = 0; i < RUNS; i++) {
		struct run *run = &runs[i];
		if (atomic_load(&run->thread) != thread) {
			continue;
		}
		if (run->context == context && run->frame <= frame) {
			return run;
		}
		outermost = outermost == NULL || run->frame > outermost->frame ? run : outermost;
		count++;
	}
	return count < MOST_OF_THREAD ? NULL : outermost;
}

static struct run *take_free(int thread)
{
	for (size_t i = 0; i < RUNS; i++) {
		int nobody = 0;
		if (atomic_compare_exchange_strong(&runs[i].thread, &nobody, thread)) {
			return &runs[i];
		}
	}
	return NULL;
}

/* Frees those of threads that are gone, which have jumped out of handlers. */
static void reclaim(void)
{
	pid_t process = getpid();
	for (size_t i = 0; i < RUNS; i++) {
		int thread = atomic_load(&runs[i].thread);
		if (thread != 0 && syscall(SYS_tgkill, process, thread, 0) != 0 && errno == ESRCH) {
			atomic_compare_exchange_strong(&runs[i].thread, &thread, 0);
		}
	}
}

struct run *run_begin(const void *context, uintptr_t frame, uint64_t order)
{
	int thread = own_thread();
	struct run *run = find_left(thread, context, frame);
	if (run == NULL && (run = take_free(thread)) == NULL) {
		reclaim();
		run = take_free(thread);
	}
	if (run != NULL) {
		run->context = context;
		run->frame = frame;
		run->order = order;
	}
	return run;
}

void run_end(struct run *run)
{
	if (run != NULL) {
		run->context = NULL;
		atomic_store(&run->thread, 0);
	}
}

bool run_is_any(void)
{
	int thread = own_thread();
	bool found = false;
	for (size_t i = 0; i < RUNS; i++) {
		found = found || atomic_load(&runs[i].thread) == thread;
	}
	return found;
}

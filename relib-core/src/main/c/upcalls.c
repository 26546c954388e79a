/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "upcalls.h"

#include "log.h"
#include "upcall_stubs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>

/* No thread that calls a function too late takes longer from looking at its object to telling the JVM of it. */
#define REST_MILLIS 500

#define NONE UPCALL_STUBS

struct upcall {
	_Atomic(java_object) target; /* a weak reference; NULL: serves nobody */
	atomic_bool called_late;	 /* and the log says so */
	/* Guarded by the lock. */
	java_object gone; /* its last target, which a thread may still look at */
	int64_t gone_millis;
	uint32_t next_resting;
};

static struct upcall upcalls[UPCALL_STUBS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint32_t ever_used;
static uint32_t first_resting = NONE;
static uint32_t last_resting;

static atomic_bool strict;

void upcalls_be_strict(bool by_the_letter)
{
	atomic_store(&strict, by_the_letter);
}

static int64_t now_millis(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Precondition: the lock is held. */
static void put_to_rest(uint32_t index, java_object target)
{
	upcalls[index].gone = target;
	upcalls[index].gone_millis = now_millis();
	upcalls[index].next_resting = NONE;
	atomic_store(&upcalls[index].target, NULL);
	if (first_resting == NONE) {
		first_resting = index;
	} else {
		upcalls[last_resting].next_resting = index;
	}
	last_resting = index;
}

/* Precondition: the lock is held. */
static void find_gone(java_env env)
{
	for (uint32_t i = 0; i < ever_used; i++) {
		java_object target = atomic_load(&upcalls[i].target);
		if (target != NULL && jvm_is_gone(env, target)) {
			put_to_rest(i, target);
		}
	}
}

static bool has_rested(void)
{
	return first_resting != NONE && now_millis() - upcalls[first_resting].gone_millis >= REST_MILLIS;
}

/* The one that has rested longest. Precondition: the lock is held. */
static uint32_t take(java_env env)
{
	if (ever_used < UPCALL_STUBS) {
		return ever_used++;
	}
	if (!has_rested()) {
		find_gone(env);
	}
	if (!has_rested()) {
		return NONE;
	}
	uint32_t taken = first_resting;
	first_resting = upcalls[taken].next_resting;
	if (upcalls[taken].gone != NULL) {
		jvm_forget(env, upcalls[taken].gone);
		upcalls[taken].gone = NULL;
	}
	return taken;
}

uint64_t upcall_open(java_env env, java_object target)
{
	java_object weak = upcall_stub(0) != 0 ? jvm_refer_weakly(env, target) : NULL;
	if (weak == NULL) {
		return 0;
	}
	pthread_mutex_lock(&lock);
	uint32_t index = take(env);
	if (index != NONE) {
		atomic_store(&upcalls[index].called_late, false);
		atomic_store(&upcalls[index].target, weak);
	}
	pthread_mutex_unlock(&lock);
	if (index == NONE) {
		jvm_forget(env, weak);
		return 0;
	}
	return upcall_stub(index);
}

static void say_late(struct upcall *upcall)
{
	static const struct log_source source = {.name = "upcalls"};
	static const char text[] = "Native code has called a function of Java's after its end; it got 0 and goes on";
	if (!atomic_exchange(&upcall->called_late, true)) {
		log_put(&source, RELIB_ERROR, text, strlen(text));
	}
}

/* It has thrown, which Java code does in no more than a few words of its own; or it has gone. */
static uint64_t clear_failed(java_env env, struct upcall *upcall, java_object target)
{
	jvm_clear(env);
	if (jvm_is_gone(env, target)) {
		say_late(upcall);
	}
	return 0;
}

static uint64_t run_strictly(java_env env, struct upcall *upcall, java_object target, struct upcall_frame *frame)
{
	java_object held = jvm_hold(env, target);
	if (held == NULL) {
		say_late(upcall);
		return 0;
	}
	int64_t result = jvm_skip(env, held, frame->words);
	bool thrown = jvm_has_thrown(env);
	jvm_let_go(env, held);
	return thrown ? clear_failed(env, upcall, target) : (uint64_t)result;
}

/* The object names the thread. */
static void greet(java_env env, java_object target)
{
	java_object held = jvm_hold(env, target);
	if (held != NULL) {
		jvm_run(env, held);
		jvm_clear(env);
		jvm_let_go(env, held);
	}
}

__attribute__((used)) uint64_t upcall_run(struct upcall_frame *frame, uint32_t index)
{
	struct upcall *upcall = &upcalls[index];
	java_object target = atomic_load_explicit(&upcall->target, memory_order_acquire);
	if (target == NULL) {
		say_late(upcall);
		return 0;
	}
	bool attached = false;
	java_env env = jvm_of_thread(&attached);
	if (env == NULL) {
		return 0;
	}
	if (attached) {
		greet(env, target);
	}
	if (atomic_load_explicit(&strict, memory_order_relaxed)) {
		return run_strictly(env, upcall, target, frame);
	}
	int64_t result = jvm_skip(env, target, frame->words);
	return frame->done != 0 ? (uint64_t)result : clear_failed(env, upcall, target);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Threads that are asked, and can not answer. */
#define _GNU_SOURCE

#include "ask.h"
#include "check.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct code nowhere;
static atomic_bool leave;

static void *tell_id(void *id)
{
	*(int64_t *)id = syscall(SYS_gettid);
	return NULL;
}

/* It was taken for one that blocks signals, which is waited for. */
TEST(takes_a_thread_that_has_ended_for_no_thread_that_blocks_signals)
{
	int64_t id = 0;
	pthread_t thread;
	CHECK_EQUAL(0, pthread_create(&thread, NULL, tell_id, &id));
	pthread_join(thread, NULL);
	struct answer answer = ask(id, NULL, &nowhere, 0);
	CHECK(!answer.given);
	CHECK(!answer.deaf);
}

static void *block_all_signals(void *id)
{
	sigset_t all;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, NULL);
	atomic_store((_Atomic int64_t *)id, syscall(SYS_gettid));
	while (!atomic_load(&leave)) {
		usleep(1000);
	}
	return NULL;
}

TEST(knows_a_thread_that_blocks_signals)
{
	_Atomic int64_t id = 0;
	pthread_t thread;
	CHECK_EQUAL(0, pthread_create(&thread, NULL, block_all_signals, &id));
	while (atomic_load(&id) == 0) {
		usleep(1000);
	}
	struct answer answer = ask(atomic_load(&id), NULL, &nowhere, 0);
	CHECK(!answer.given);
	CHECK(answer.deaf);
	atomic_store(&leave, true);
	pthread_join(thread, NULL);
}

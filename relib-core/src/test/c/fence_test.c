/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "relib_rt.h"

#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

static _Alignas(128) atomic_int mark;
static _Alignas(128) atomic_int closed;
static _Alignas(128) atomic_int missed;
static _Alignas(128) atomic_int round_of_drain;
static _Alignas(128) atomic_int round_of_caller;

enum { ROUNDS = 300 };

static void await_round(atomic_int *other, int round)
{
	while (atomic_load(other) < round) {
		sched_yield();
	}
}

/* Stores, then loads, and leaves it to the other thread to put a fence in between. */
static void *call(void *unused)
{
	for (int round = 1; round <= ROUNDS; round++) {
		await_round(&round_of_drain, round);
		atomic_store_explicit(&mark, round, memory_order_relaxed);
		atomic_signal_fence(memory_order_seq_cst);
		int saw_close = atomic_load_explicit(&closed, memory_order_relaxed) == round;
		atomic_store(&missed, saw_close ? 0 : round);
		atomic_store(&round_of_caller, round);
	}
	return unused;
}

TEST(a_fence_on_all_threads_orders_what_others_store_and_load)
{
	if (relib_rt_fence() != 0) {
		return;
	}
	pthread_t caller;
	CHECK_EQUAL(0, pthread_create(&caller, NULL, call, NULL));
	for (int round = 1; round <= ROUNDS; round++) {
		atomic_store(&round_of_drain, round);
		atomic_store_explicit(&closed, round, memory_order_relaxed);
		CHECK_EQUAL(0, relib_rt_fence());
		int saw_mark = atomic_load_explicit(&mark, memory_order_relaxed) == round;
		await_round(&round_of_caller, round);
		CHECK(saw_mark || atomic_load(&missed) != round);
	}
	CHECK_EQUAL(0, pthread_join(caller, NULL));
}

TEST(says_why_the_kernel_refuses_a_fence)
{
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_membarrier, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(filter) / sizeof(*filter), filter};
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
		return;
	}
	errno = 7;
	CHECK_EQUAL(EPERM, relib_rt_fence());
	CHECK_EQUAL(7, errno);
}

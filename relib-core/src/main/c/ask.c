/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "ask.h"

#include "peek.h"
#include "thread_file.h"
#include "unwind.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

/* Ignored by default: if somebody takes our handler away, nothing happens. Neither the JVM nor the C library uses it. */
#define ASKING SIGURG

#define FRAMES 256

#define SECOND 1000000000

/*
 * 0: nobody is asked. Odd: the number of a question that is open, so that a late answer counts for nothing. Even: the
 * registers of the thread that stands still, on its stack. A handler writes nothing else, so it may come at any time.
 */
static atomic_uintptr_t question;

static struct sigaction others;

static struct registers registers_of(const ucontext_t *context)
{
	struct registers registers = {0};
#if defined(__x86_64__)
	static const int order[] = {REG_RAX, REG_RDX, REG_RCX, REG_RBX, REG_RSI, REG_RDI, REG_RBP, REG_RSP,
								REG_R8,	 REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		registers.values[i] = (uintptr_t)context->uc_mcontext.gregs[order[i]];
	}
	registers.counter = (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
	for (size_t i = 0; i < UNWIND_STACK; i++) {
		registers.values[i] = context->uc_mcontext.regs[i];
	}
	registers.values[UNWIND_STACK] = context->uc_mcontext.sp;
	registers.counter = context->uc_mcontext.pc;
#else
	registers.values[UNWIND_STACK] = (uintptr_t)context;
#endif
	return registers;
}

/* What others have for the signal runs with the signals blocked that they want. */
static void forward(int number, siginfo_t *info, void *context)
{
	sigset_t blocked;
	if (others.sa_handler == SIG_DFL || others.sa_handler == SIG_IGN) { /* whatever its flags are */
		return;
	}
	sigorset(&blocked, &((ucontext_t *)context)->uc_sigmask, &others.sa_mask);
	if ((others.sa_flags & SA_NODEFER) == 0) {
		sigaddset(&blocked, number);
	}
	pthread_sigmask(SIG_SETMASK, &blocked, NULL);
	if ((others.sa_flags & SA_SIGINFO) != 0) {
		others.sa_sigaction(number, info, context);
	} else {
		others.sa_handler(number);
	}
}

/*
 * Until the thread that asks has seen enough, or does not get on. Without sleeping: a sleeping thread is taken for one
 * that is where it sleeps, and this may be a stack for signals.
 */
static void stand_still(const struct registers *registers)
{
	uintptr_t place = (uintptr_t)registers;
	struct timespec begin;
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &begin);
	do {
		sched_yield();
		clock_gettime(CLOCK_MONOTONIC, &now);
	} while (atomic_load(&question) == place &&
			 (now.tv_sec - begin.tv_sec) * SECOND + now.tv_nsec - begin.tv_nsec < SECOND);
	atomic_compare_exchange_strong(&question, &place, 0);
}

/* Runs on the thread that is asked. */
static void answer(int number, siginfo_t *info, void *context)
{
	int error = errno;
	if (info->si_code != SI_QUEUE || info->si_pid != getpid()) {
		forward(number, info, context);
	} else {
		struct registers registers = registers_of(context);
		uintptr_t asked = (uintptr_t)info->si_value.sival_ptr;
		if (asked % 2 != 0 && atomic_compare_exchange_strong(&question, &asked, (uintptr_t)&registers)) {
			stand_still(&registers);
		}
	}
	errno = error;
}

static bool is_ours(const struct sigaction *action)
{
	return (action->sa_flags & SA_SIGINFO) != 0 && action->sa_sigaction == answer;
}

static bool is_nobodys(const struct sigaction *action)
{
	return action->sa_handler == SIG_DFL || action->sa_handler == SIG_IGN;
}

void ask_prepare(void)
{
	static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
	static bool installed;
	struct sigaction now;
	if (sigaction(ASKING, NULL, &now) != 0 || is_ours(&now) || (installed && !is_nobodys(&now))) {
		return; /* a handler that replaced ours may lead to it */
	}
	struct sigaction action = {.sa_sigaction = answer, .sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK};
	sigfillset(&action.sa_mask); /* a handler of another signal could jump away from ours */
	for (size_t i = 0; i < sizeof(faults) / sizeof(*faults); i++) {
		sigdelset(&action.sa_mask, faults[i]);
	}
	others = installed ? others : now;
	installed = sigaction(ASKING, &action, NULL) == 0;
}

static bool is_heard(void)
{
	struct sigaction now;
	ask_prepare();
	return sigaction(ASKING, NULL, &now) == 0 && is_ours(&now);
}

/* One that has ended blocks nothing: it has no file. */
static bool blocks(int64_t tid)
{
	char text[4096];
	thread_file_read(tid, "status", text, sizeof(text));
	const char *mask = strstr(text, "\nSigBlk:");
	return mask != NULL && (strtoull(mask + 8, NULL, 16) >> (ASKING - 1) & 1) != 0;
}

/* A thread in a handler, as in ours from the question before, blocks signals for a moment only. */
static bool stays_blocked(int64_t tid)
{
	int tries = 0;
	while (blocks(tid) && tries++ < 100) {
		nanosleep(&(struct timespec){.tv_nsec = SECOND / 1000}, NULL);
	}
	return tries > 100;
}

/* Looks at the stack of a thread that stands still. It may hold any lock, so nothing here takes one. */
static struct answer examine(struct registers registers, const struct image *images, const struct code *code,
							 uintptr_t stack_end)
{
	struct answer answer = {0};
	uintptr_t stack_pointer = registers.values[UNWIND_STACK];
	int frame = 0;
	do {
		answer.found = code_has(code, registers.counter) ? registers.counter : 0;
	} while (answer.found == 0 && frame < FRAMES && unwind_step(images, &registers, frame++ == 0));
	answer.complete = registers.counter != 0 && registers.counter == thread_outermost();
	if (answer.found == 0 && !answer.complete) {
		answer.scanned = scan_stack(code, stack_pointer, stack_end);
	}
	return answer;
}

/*
 * Returns the registers of the thread when it stands still; 0 if it does not within a second, or ends: a thread that
 * ends blocks all signals.
 */
static uintptr_t wait_for_answer(int64_t tid, uintptr_t number)
{
	long pause = 20000;
	for (long waited = 0; atomic_load(&question) == number && waited < SECOND; waited += pause) {
		if (waited > 0 && thread_place(tid).state == THREAD_GONE) {
			break;
		}
		pause = waited > 0 && pause < 1000000 ? pause * 2 : pause;
		nanosleep(&(struct timespec){.tv_nsec = pause}, NULL);
	}
	return atomic_compare_exchange_strong(&question, &number, 0) ? 0 : number;
}

struct answer ask(int64_t tid, const struct image *images, const struct code *code, uintptr_t stack_end)
{
	static uintptr_t last = 1;
	siginfo_t info = {.si_signo = ASKING, .si_code = SI_QUEUE};
	struct registers registers;
	struct answer answer = {0};
	thread_outermost();
	if (!is_heard() || stays_blocked(tid)) {
		return (struct answer){.deaf = true};
	}
	info.si_pid = getpid();
	info.si_uid = getuid();
	last += 2;
	info.si_value.sival_ptr = (void *)last;
	atomic_store(&question, last);
	if (syscall(SYS_rt_tgsigqueueinfo, getpid(), (pid_t)tid, ASKING, &info) != 0) {
		atomic_store(&question, 0);
		return answer;
	}
	uintptr_t stands = wait_for_answer(tid, last);
	if (stands != 0 && memory_copy(&registers, stands, sizeof(registers)) == sizeof(registers)) {
		answer = examine(registers, images, code, stack_end);
	}
	/* The stack of whoever does not stand still any more is another by now. */
	answer.given = stands != 0 && atomic_compare_exchange_strong(&question, &stands, 0);
	return answer.given ? answer : (struct answer){0};
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "ask.h"

#include "peek.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* Ignored by default: if somebody takes our handler away, nothing happens. Neither the JVM nor the C library uses it. */
#define ASKING SIGURG

#define FRAMES 128

enum { IDLE, ASKED, ANSWERING, ANSWERED };

/* The question that is open. Asked again under a number of its own, so that a late answer counts for nothing. */
static struct {
	atomic_uintptr_t number;
	atomic_int state;
	const struct address_range *ranges;
	size_t count;
	struct answer answer;
} question;

static struct sigaction others;

static struct answer unwind(const struct address_range *ranges, size_t count)
{
	void *frames[FRAMES];
	struct answer answer = {.given = true, .stack_pointer = (uintptr_t)__builtin_frame_address(0)};
	int length = backtrace(frames, FRAMES);
	for (int i = 0; i < length && answer.found == 0; i++) {
		for (size_t j = 0; j < count; j++) {
			uintptr_t frame = (uintptr_t)frames[i];
			answer.found = frame >= ranges[j].begin && frame < ranges[j].end ? frame : answer.found;
		}
	}
	answer.complete = length > 0 && (uintptr_t)frames[length - 1] == thread_outermost();
	return answer;
}

static void forward(int number, siginfo_t *info, void *context)
{
	if ((others.sa_flags & SA_SIGINFO) != 0) {
		others.sa_sigaction(number, info, context);
	} else if (others.sa_handler != SIG_DFL && others.sa_handler != SIG_IGN) {
		others.sa_handler(number);
	}
}

/* Runs on the thread that is asked. */
static void answer(int number, siginfo_t *info, void *context)
{
	int error = errno;
	int asked = ASKED;
	if (info->si_code != SI_QUEUE || info->si_pid != getpid()) {
		forward(number, info, context);
	} else if ((uintptr_t)info->si_value.sival_ptr == atomic_load(&question.number) &&
			   atomic_compare_exchange_strong(&question.state, &asked, ANSWERING)) {
		question.answer = unwind(question.ranges, question.count);
		atomic_store(&question.state, ANSWERED);
	}
	errno = error;
}

static bool is_ours(const struct sigaction *action)
{
	return (action->sa_flags & SA_SIGINFO) != 0 && action->sa_sigaction == answer;
}

static bool is_nobodys(const struct sigaction *action)
{
	return (action->sa_flags & SA_SIGINFO) == 0 && (action->sa_handler == SIG_DFL || action->sa_handler == SIG_IGN);
}

void ask_prepare(void)
{
	static bool installed;
	struct sigaction now;
	if (sigaction(ASKING, NULL, &now) != 0 || is_ours(&now) || (installed && !is_nobodys(&now))) {
		return; /* a handler that replaced ours may lead to it */
	}
	struct sigaction action = {.sa_sigaction = answer, .sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK};
	sigemptyset(&action.sa_mask);
	others = installed ? others : now;
	installed = sigaction(ASKING, &action, NULL) == 0;
}

static bool is_heard(void)
{
	struct sigaction now;
	ask_prepare();
	return sigaction(ASKING, NULL, &now) == 0 && is_ours(&now);
}

static bool blocks(int64_t tid)
{
	char path[64];
	char text[4096];
	snprintf(path, sizeof(path), "/proc/self/task/%" PRId64 "/status", tid);
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0) {
		return true;
	}
	ssize_t length = read(file, text, sizeof(text) - 1);
	close(file);
	text[length > 0 ? length : 0] = '\0';
	const char *mask = strstr(text, "\nSigBlk:");
	return mask == NULL || (strtoull(mask + 8, NULL, 16) >> (ASKING - 1) & 1) != 0;
}

/* Returns false if nobody has begun to answer. An answer that has begun is on its way. */
static bool wait_for_answer(void)
{
	long pause = 20000;
	long waited = 0;
	while (atomic_load(&question.state) != ANSWERED) {
		int asked = ASKED;
		if (waited > 1000000000 && atomic_compare_exchange_strong(&question.state, &asked, IDLE)) {
			return false;
		}
		nanosleep(&(struct timespec){.tv_nsec = pause}, NULL);
		waited += pause;
		pause = pause < 1000000 ? pause * 2 : pause;
	}
	atomic_store(&question.state, IDLE);
	return true;
}

struct answer ask(int64_t tid, const struct address_range *ranges, size_t count)
{
	siginfo_t info = {.si_signo = ASKING, .si_code = SI_QUEUE};
	thread_outermost();
	if (!is_heard() || blocks(tid)) {
		return (struct answer){0};
	}
	info.si_pid = getpid();
	info.si_uid = getuid();
	question.ranges = ranges;
	question.count = count;
	info.si_value.sival_ptr = (void *)(atomic_fetch_add(&question.number, 1) + 1);
	atomic_store(&question.state, ASKED);
	if (syscall(SYS_rt_tgsigqueueinfo, getpid(), (pid_t)tid, ASKING, &info) != 0) {
		atomic_store(&question.state, IDLE);
		return (struct answer){0};
	}
	return wait_for_answer() ? question.answer : (struct answer){0};
}

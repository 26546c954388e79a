/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "kernel_thread.h"

#include "thread_file.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* "tid (name) state ppid …": the name may hold spaces and parentheses, so it ends at the last one. */
static bool parse(char *stat, struct kernel_thread *thread)
{
	char *name = strchr(stat, '(');
	char *after = strrchr(stat, ')');
	if (name == NULL || after == NULL || after < name) {
		return false;
	}
	*after = '\0';
	snprintf(thread->name, sizeof(thread->name), "%s", name + 1);
	char *field = after + 1;
	for (int number = 2; number < 22 && field != NULL; number++) {
		field = strchr(field + (number > 2), ' ');
	}
	thread->start_time = field != NULL ? strtoull(field, NULL, 10) : 0;
	return thread->start_time != 0;
}

bool kernel_thread_read(int64_t tid, struct kernel_thread *thread)
{
	char stat[1024];
	*thread = (struct kernel_thread){0};
	return thread_file_read(tid, "stat", stat, sizeof(stat)) > 0 && parse(stat, thread);
}

static int64_t now_millis(clockid_t clock)
{
	struct timespec now;
	clock_gettime(clock, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t kernel_thread_started_millis(const struct kernel_thread *thread)
{
	int64_t since_boot = (int64_t)(thread->start_time * 1000 / (uint64_t)sysconf(_SC_CLK_TCK));
	return now_millis(CLOCK_REALTIME) - now_millis(CLOCK_BOOTTIME) + since_boot;
}

bool kernel_thread_gone(int64_t tid, uint64_t start_time)
{
	struct kernel_thread now;
	if (syscall(SYS_tgkill, getpid(), (pid_t)tid, 0) != 0) {
		return errno == ESRCH;
	}
	/* The id may be another thread's by now. */
	return start_time != 0 && kernel_thread_read(tid, &now) && now.start_time != start_time;
}

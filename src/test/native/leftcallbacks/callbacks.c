/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <mqueue.h>
#include <printf.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef KIT
#include "leaver.h"
RELIB_MODULE("1.0.0", RELIB_CONTRACT_LEAVER)
#define EXPORT(name) leaver_##name
#else
#define EXPORT(name) __attribute__((visibility("default"))) name
#endif

static volatile int ticks;
static char path[200];
static FILE *kept;

static void append(const char *text)
{
	FILE *file = fopen(path, "a");
	fputs(text, file);
	fclose(file);
}

static void tick(union sigval value)
{
	(void)value;
	ticks++;
}

int EXPORT(start_timer)(int millis)
{
	timer_t timer;
	struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = tick};
	struct itimerspec time = {{0, millis * 1000000L}, {0, millis * 1000000L}};
	return timer_create(CLOCK_MONOTONIC, &event, &timer) == 0 && timer_settime(timer, 0, &time, NULL) == 0;
}

int EXPORT(start_and_delete_timer)(void)
{
	timer_t timer;
	struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = tick};
	return timer_create(CLOCK_MONOTONIC, &event, &timer) == 0 && timer_delete(timer) == 0;
}

int EXPORT(count_ticks)(void)
{
	return ticks;
}

int EXPORT(await_message)(void)
{
	struct mq_attr attributes = {.mq_maxmsg = 1, .mq_msgsize = 8};
	struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = tick};
	char name[64];
	snprintf(name, sizeof(name), "/relib-%d", (int)getpid());
	mqd_t queue = mq_open(name, O_CREAT | O_RDWR, 0600, &attributes);
	return queue >= 0 && mq_notify(queue, &event) == 0;
}

static ssize_t write_all(void *cookie, const char *text, size_t size)
{
	(void)cookie;
	char copy[100] = "";
	memcpy(copy, text, size < 99 ? size : 99);
	append(copy);
	return (ssize_t)size;
}

int EXPORT(leave_stream)(int bytes)
{
	snprintf(path, sizeof(path), "/tmp/relib-stream-%d", (int)getpid());
	kept = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_all});
	for (int i = 0; i < bytes; i++) {
		fputc('x', kept);
	}
	return kept != NULL;
}

static int print(FILE *file, const struct printf_info *info, const void *const *arguments)
{
	(void)info, (void)arguments;
	return fprintf(file, "Y");
}

static int no_arguments(const struct printf_info *info, size_t count, int *types, int *sizes)
{
	(void)info, (void)count, (void)types, (void)sizes;
	return 0;
}

int EXPORT(leave_format)(void)
{
	return register_printf_specifier('Y', print, no_arguments) == 0;
}

static void at_the_end(int status, void *argument)
{
	(void)status;
	append(argument);
}

int EXPORT(leave_exit_call)(void)
{
	snprintf(path, sizeof(path), "/tmp/relib-stream-%d", (int)getpid());
	return on_exit(at_the_end, "end") == 0;
}

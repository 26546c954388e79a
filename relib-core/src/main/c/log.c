/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "log.h"

#include "thread_text.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LONGEST_PANIC 1024

size_t utf8_prefix(const char *text, size_t len, size_t max)
{
	if (len <= max) {
		return len;
	}
	size_t end = max;
	while (end > 0 && max - end < 3 && ((unsigned char)text[end] & 0xc0) == 0x80) {
		end--;
	}
	return ((unsigned char)text[end] & 0xc0) == 0x80 ? max : end;
}

void panics_put(const char *text, size_t len)
{
	struct thread_text *last = thread_text(LAST_PANIC, true);
	thread_text_take(last, NULL, 0);
	thread_text_add(last, text, utf8_prefix(text, len, LONGEST_PANIC));
}

size_t relib_rt_take_panic(char *text, size_t capacity)
{
	return thread_text_take(thread_text(LAST_PANIC, false), text, capacity);
}

static _Atomic(relib_log_function) common_function;
static _Atomic pid_t process; /* whose functions they are: there is no Java in a child that was forked */

void log_to(struct log_source *source, relib_log_function function)
{
	atomic_store(&process, getpid());
	atomic_store(source != NULL ? &source->function : &common_function, function);
}

static _Thread_local uint8_t critical;

uint8_t *relib_rt_critical_flag(void)
{
	return &critical;
}

/* Whether the caller may call functions of Java's. */
static bool reaches_java(void)
{
	return critical == 0 && atomic_load(&process) == getpid();
}

bool log_left_call(const struct log_source *source)
{
	relib_log_function function = atomic_load(&source->function);
	bool listens = function != NULL && reaches_java();
	if (listens) {
		function(source->id, LEFT_CALL, "", 0);
	}
	return listens;
}

void log_put(const struct log_source *source, int level, const char *text, size_t len)
{
	static const char *const names[] = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR"};
	relib_log_function own = atomic_load(&source->function);
	relib_log_function function = own != NULL ? own : atomic_load(&common_function);
	int known = level < RELIB_TRACE ? RELIB_TRACE : level > RELIB_ERROR ? RELIB_ERROR : level;
	if (function != NULL && reaches_java()) {
		function(source->id, known, text, len);
	} else {
		fprintf(stderr, "relib.%s %s %.*s\n", source->name, names[known], (int)len, text);
	}
}

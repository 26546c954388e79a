/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "registrar.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_REGISTRAR)

static char *at_exit_text;

static void say_at_exit(void)
{
	relib_log(RELIB_INFO, "atexit %s", at_exit_text);
}

void registrar_at_exit(relib_str text)
{
	at_exit_text = strndup(text.ptr, text.len);
	if (atexit(say_at_exit) != 0) {
		relib_panic("atexit");
	}
}

static void say_on_exit(int status, void *text)
{
	(void)status;
	relib_log(RELIB_INFO, "on_exit %s", (const char *)text);
}

void registrar_on_exit(relib_str text)
{
	if (on_exit(say_on_exit, strndup(text.ptr, text.len)) != 0) {
		relib_panic("on_exit");
	}
}

static void give_up(void)
{
	abort();
}

void registrar_at_quick_exit(void)
{
	if (at_quick_exit(give_up) != 0) {
		relib_panic("at_quick_exit");
	}
}

void registrar_at_fork(void)
{
	if (pthread_atfork(give_up, give_up, give_up) != 0) {
		relib_panic("pthread_atfork");
	}
}

static atomic_int count;

static void count_signal(int number)
{
	(void)number;
	atomic_fetch_add(&count, 1);
}

void registrar_handle(int32_t number)
{
	struct sigaction action = {.sa_handler = count_signal, .sa_flags = SA_RESTART};
	if (sigaction(number, &action, NULL) != 0) {
		relib_panic("sigaction");
	}
}

int32_t registrar_handled(void)
{
	return atomic_load(&count);
}

void registrar_set_stack_of_handlers(void)
{
	stack_t stack = {.ss_sp = malloc((size_t)SIGSTKSZ), .ss_size = (size_t)SIGSTKSZ};
	if (stack.ss_sp == NULL || sigaltstack(&stack, NULL) != 0) {
		relib_panic("sigaltstack");
	}
}

void registrar_put_into_environment(relib_str definition)
{
	if (putenv(strndup(definition.ptr, definition.len)) != 0) {
		relib_panic("putenv");
	}
}

relib_string registrar_environment(relib_str name)
{
	char *terminated = strndup(name.ptr, name.len);
	const char *value = getenv(terminated);
	free(terminated);
	return relib_string_of(value == NULL ? "" : value);
}

static char buffer[100];

void registrar_print_later(relib_str text)
{
	setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
	fwrite(text.ptr, 1, text.len, stdout);
}

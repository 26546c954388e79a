/*
 * A module that leaves functions for the process to call.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_module.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

RELIB_MODULE("1.0.0", "")

RELIB_VISIBLE extern atomic_int handled;
atomic_int handled;

static void handle(int number)
{
	(void)number;
	atomic_fetch_add(&handled, 1);
}

RELIB_EXPORT void install(int number);
RELIB_EXPORT void install(int number)
{
	struct sigaction action = {.sa_handler = handle};
	sigaction(number, &action, NULL);
}

static struct sigaction before;

static void pass_on(int number, siginfo_t *info, void *context)
{
	atomic_fetch_add(&handled, 1);
	if (before.sa_flags & SA_SIGINFO) {
		before.sa_sigaction(number, info, context);
	} else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
		before.sa_handler(number);
	}
}

RELIB_EXPORT void install_before(int number);
RELIB_EXPORT void install_before(int number)
{
	struct sigaction action = {.sa_sigaction = pass_on, .sa_flags = SA_SIGINFO};
	sigaction(number, &action, &before);
}

RELIB_EXPORT void put_back(int number);
RELIB_EXPORT void put_back(int number)
{
	sigaction(number, &before, NULL);
}

RELIB_EXPORT void ignore(int number);
RELIB_EXPORT void ignore(int number)
{
	signal(number, SIG_IGN);
}

static void note_exit(int status, void *argument)
{
	atomic_fetch_add((atomic_int *)argument, 1 + status);
}

static atomic_int *exits;

static void note_exit_without_argument(void)
{
	note_exit(0, exits);
}

RELIB_EXPORT void register_exits(atomic_int *count);
RELIB_EXPORT void register_exits(atomic_int *count)
{
	exits = count;
	atexit(note_exit_without_argument);
	on_exit(note_exit, count);
}

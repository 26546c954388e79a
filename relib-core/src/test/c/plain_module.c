/*
 * A library without the kit, which is redirected.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

EXPORT atomic_int plain_handled;

/* As handlers did when a signal took its handler off. */
static void install_again(int number)
{
	signal(number, install_again);
	atomic_fetch_add(&plain_handled, 1);
}

EXPORT void plain_install_again(int number);
EXPORT void plain_install_again(int number)
{
	signal(number, install_again);
}

/* What a library does in a child that it forks, before it runs another program there. Returns the child's status. */
EXPORT int plain_fork(void);
EXPORT int plain_fork(void)
{
	int status;
	pid_t child = fork();
	if (child == 0) {
		signal(SIGINT, SIG_DFL);
		signal(SIGUSR2, SIG_IGN);
		struct sigaction action;
		sigaction(SIGINT, NULL, &action);
		_exit(action.sa_handler == SIG_DFL ? 7 : 8);
	}
	waitpid(child, &status, 0);
	return status;
}

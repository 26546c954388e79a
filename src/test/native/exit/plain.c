/* Ends the process in ways that C knows, without the kit. SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <assert.h>
#include <err.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <threads.h>
#include <sys/wait.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

static void *exit_thread(void *status)
{
	exit((int)(intptr_t)status);
}

static void *end_thread(void *result)
{
	pthread_exit(result);
}

static int leaves_late;

__attribute__((destructor)) static void leave_late(void)
{
	if (leaves_late) {
		_exit(9);
	}
}

static void leave(int signal)
{
	_exit(signal);
}

static int result_of_thread(void *(*start)(void *), intptr_t argument)
{
	pthread_t thread;
	void *result = NULL;
	pthread_create(&thread, NULL, start, (void *)argument);
	pthread_join(thread, &result);
	return (int)(intptr_t)result;
}

static int end_thread_here(const void *one, const void *other)
{
	(void)one, (void)other;
	pthread_exit(NULL);
}

EXPORT const char *end_text(void)
{
	thrd_exit(1);
}

EXPORT int end(int how)
{
	int status = 0;
	switch (how) {
	case 1:
		exit(3);
	case 3:
		assert(how == 2);
		break;
	case 4:
		return result_of_thread(exit_thread, 5);
	case 5:
		kill(getpid(), SIGKILL);
		break;
	case 6:
		errx(6, "no %s", "paper");
	case 7:
		signal(SIGUSR2, leave);
		raise(SIGUSR2);
		break;
	case 8:
		signal(SIGALRM, SIG_IGN);
		raise(SIGALRM);
		if (fork() == 0) {
			_exit(8);
		}
		wait(&status);
		return result_of_thread(end_thread, WEXITSTATUS(status));
	case 9:
		leaves_late = 1;
		break;
	case 10:
		pthread_exit(NULL);
	case 11:
		qsort((int[]){2, 1}, 2, sizeof(int), end_thread_here);
		break;
	default:
		break;
	}
	return how;
}

/* Ends in every way that C knows. SPDX-License-Identifier: Apache-2.0 */
#include <assert.h>
#include <err.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ending.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_ENDING)

static void *exit_thread(void *status)
{
	exit((int)(intptr_t)status);
}

static void *end_thread(void *result)
{
	pthread_exit(result);
}

static int result_of_thread(void *(*start)(void *), intptr_t argument)
{
	pthread_t thread;
	void *result = NULL;
	pthread_create(&thread, NULL, start, (void *)argument);
	pthread_join(thread, &result);
	return (int)(intptr_t)result;
}

static int status_of_child(void)
{
	int status = -1;
	pid_t child = fork();
	if (child == 0) {
		_exit(7);
	}
	waitpid(child, &status, 0);
	return WEXITSTATUS(status);
}

int32_t ending_end(int32_t how)
{
	switch (how) {
	case 1:
		assert(how == 2);
		break;
	case 2:
		exit(3);
	case 3:
		abort();
	case 4:
		pthread_exit(NULL);
	case 5:
		_exit(3);
	case 6:
		quick_exit(3);
	case 7:
		errx(3, "no %s", "paper");
	case 8:
		raise(SIGABRT);
		break;
	case 9:
		pthread_cancel(pthread_self());
		break;
	case 10:
		return status_of_child();
	case 11:
		return result_of_thread(end_thread, 11);
	case 12:
		return result_of_thread(exit_thread, 3);
	default:
		break;
	}
	return how;
}

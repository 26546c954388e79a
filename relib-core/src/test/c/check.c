/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct test *first;
static struct test **last = &first;

void check_add(struct test *test)
{
	*last = test;
	last = &test->next;
}

int check_times(void)
{
	return getenv("RELIB_TEST_NO_TIMES") == NULL;
}

int check_in_child(void (*run)(void), char *text, size_t capacity)
{
	int ends[2];
	int status;
	size_t len = 0;
	CHECK(pipe(ends) == 0);
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		run();
		_exit(0);
	}
	close(ends[1]);
	for (ssize_t n; (n = read(ends[0], text + len, capacity - 1 - len)) > 0;) {
		len += (size_t)n;
	}
	text[len] = '\0';
	close(ends[0]);
	waitpid(child, &status, 0);
	return status;
}

static int passes(const struct test *test)
{
	int status;
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		alarm(50);
		test->run();
		exit(0);
	}
	waitpid(child, &status, 0);
	if (WIFSIGNALED(status)) {
		printf("     ended by signal %d (%s)\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int is_omitted(const char *name)
{
	const char *names = getenv("RELIB_TEST_OMIT");
	return names != NULL && strstr(names, name) != NULL;
}

/* Arguments: a label for the lines, and the names of the tests to run; without names all but RELIB_TEST_OMIT. */
int main(int argc, char **argv)
{
	int failed = 0;
	for (struct test *test = first; test != NULL; test = test->next) {
		int wanted = argc < 3 && !is_omitted(test->name);
		for (int i = 2; i < argc; i++) {
			wanted |= strcmp(argv[i], test->name) == 0;
		}
		if (wanted) {
			int ok = passes(test);
			failed += !ok;
			printf("%s [%s] %s\n", ok ? "ok  " : "FAIL", argc > 1 ? argv[1] : "", test->name);
		}
	}
	return failed != 0;
}

/* A crash reporter: takes SIGSEGV over, passes on what is not its own, puts back what it found. SPDX-License-Identifier: Apache-2.0 */
#include <signal.h>
#include <stdlib.h>

#include "reporter.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_REPORTER)

static struct sigaction before;
static volatile int32_t seen;

static void on_segv(int number, siginfo_t *info, void *context)
{
	seen++;
	if (before.sa_flags & SA_SIGINFO) {
		before.sa_sigaction(number, info, context);
	}
}

__attribute__((constructor)) static void install(void)
{
	struct sigaction own = {.sa_sigaction = on_segv, .sa_flags = SA_SIGINFO | SA_ONSTACK};
	sigaction(SIGSEGV, &own, &before);
	if (getenv("RELIB_TEST_LEAVES") != NULL) {
		signal(SIGCHLD, SIG_IGN);
	}
}

RELIB_BEFORE_UNLOAD
{
	if (getenv("RELIB_TEST_LEAVES") == NULL) {
		sigaction(SIGSEGV, &before, NULL);
	}
}

bool reporter_installed(void)
{
	struct sigaction now;
	sigaction(SIGSEGV, NULL, &now);
	return now.sa_sigaction == on_segv;
}

int32_t reporter_seen(void)
{
	return seen;
}


/* Changes what belongs to the process. SPDX-License-Identifier: Apache-2.0 */
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tenant.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_TENANT)

__attribute__((constructor)) static void move_in(void)
{
	umask(077);
	setenv("RELIB_TEST_TENANT", "secret", 1);
	setlocale(LC_ALL, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
}

RELIB_MAIN
{
	struct rlimit limit;
	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur--;
	setrlimit(RLIMIT_NOFILE, &limit);
	setenv("RELIB_TEST_TENANT", "other", 1);
}

RELIB_BEFORE_UNLOAD
{
	if (chdir("/") == 0) {
		sigset_t mask;
		sigemptyset(&mask);
		sigaddset(&mask, SIGUSR2);
		pthread_sigmask(SIG_BLOCK, &mask, NULL);
	}
}

int32_t tenant_rooms(void)
{
	return 3;
}

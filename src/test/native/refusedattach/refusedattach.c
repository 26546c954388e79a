/* SPDX-License-Identifier: Apache-2.0 */
#include "relib_module.h"

#include <stdbool.h>
#include <time.h>

/* A module that refuses its host after its constructor has started a thread. */

static void *work(void *argument)
{
	(void)argument;
	struct timespec duration = { MILLIS / 1000, MILLIS % 1000 * 1000000L };
	nanosleep(&duration, NULL);
	return NULL;
}

__attribute__((constructor)) static void start(void)
{
	pthread_t thread;
	if (pthread_create(&thread, NULL, work, NULL) == 0) {
		pthread_detach(thread);
	}
}

static bool refuse(const struct relib_host *host, struct relib_ledger *ledger)
{
	(void)host;
	(void)ledger;
	return false;
}

RELIB_VISIBLE extern const relib_module_descriptor relib_module;
const relib_module_descriptor relib_module = {
	RELIB_ABI_VERSION,
	(uint32_t)sizeof(relib_module_descriptor),
	RELIB_TEXT("kit test\nversion 1.0.0\n"),
	RELIB_TEXT("relib-contract 1\n"),
	refuse,
	relib_module_run_destructor,
	relib_module_end_statics,
};

/* SPDX-License-Identifier: Apache-2.0 */
#include "heir.h"
#include "notary.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_HEIR RELIB_CONTRACT_NOTARY)

static void *run(void *argument)
{
	notary_inherited();
	return argument;
}

static void start(void *argument)
{
	pthread_t thread;
	if (pthread_create(&thread, NULL, run, argument) == 0) {
		pthread_detach(thread);
	}
}

void heir_leave(void)
{
	static pthread_key_t key;
	if (pthread_key_create(&key, start) != 0 || pthread_setspecific(key, &key) != 0) {
		relib_panic("no thread-local");
	}
}

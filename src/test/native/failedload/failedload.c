/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <pthread.h>
#include <unistd.h>

#include "ear.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_EAR)

static void *talk(void *unused)
{
	while (ear_hear(gettid()) == 0) {
		usleep(2000);
	}
	return unused;
}

RELIB_MAIN
{
	pthread_t talker;
	pthread_create(&talker, NULL, talk, NULL);
	if (ear_hear(0) != 0) {
		relib_panic("main fails");
	}
}

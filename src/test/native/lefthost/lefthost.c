/* SPDX-License-Identifier: Apache-2.0 */
#include <unistd.h>

#include "door.h"
#include "guest.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_GUEST RELIB_CONTRACT_DOOR)

static void *run(void *unused)
{
	while (door_knock()) {
		usleep(1000);
	}
	return unused;
}

void guest_start(void)
{
	pthread_t thread;
	if (pthread_create(&thread, NULL, run, NULL) != 0) {
		relib_panic("no thread");
	}
}

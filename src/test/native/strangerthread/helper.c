// SPDX-License-Identifier: Apache-2.0
// A library without the kit whose thread sleeps most of the time.
#include <pthread.h>
#include <unistd.h>

static volatile int stopped;

static void *stranger_loop(void *unused)
{
	while (!stopped) {
		usleep(1000);
	}
	return unused;
}

__attribute__((visibility("default"))) void stranger_start(void)
{
	pthread_t thread;
	stopped = 0;
	if (pthread_create(&thread, NULL, stranger_loop, NULL) == 0) {
		pthread_detach(thread);
	}
}

__attribute__((visibility("default"))) void stranger_stop(void)
{
	stopped = 1;
}

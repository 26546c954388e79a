// SPDX-License-Identifier: Apache-2.0
#include <pthread.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

static volatile int stopped;
static pthread_t threads[16];
static int count;

EXPORT __attribute__((noinline)) int busy_work(int depth)
{
	volatile char room[200];
	room[0] = (char)depth;
	return depth == 0 ? room[0] : busy_work(depth - 1) + room[0];
}

EXPORT void busy_rest(int micros)
{
	usleep((useconds_t)micros);
}

static void *run(void *unused)
{
	while (!stopped) {
		busy_work(20);
		busy_rest(1000);
	}
	return unused;
}

EXPORT void busy_start_threads(int wanted)
{
	while (count < wanted && pthread_create(&threads[count], NULL, run, NULL) == 0) {
		count++;
	}
}

EXPORT void busy_stop_threads(void)
{
	stopped = 1;
	while (count > 0) {
		pthread_join(threads[--count], NULL);
	}
}

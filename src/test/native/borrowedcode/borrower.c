// SPDX-License-Identifier: Apache-2.0
#include <pthread.h>
#include <stdint.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))

static volatile int ended;
static volatile int called;
static pthread_t thread;

EXPORT __attribute__((noinline)) void borrower_call(int64_t address)
{
	((void (*)(void))(intptr_t)address)();
	called = 1;
}

static void *run(void *address)
{
	borrower_call((int64_t)(intptr_t)address);
	while (!ended) {
		usleep(1000);
	}
	return NULL;
}

EXPORT void borrower_start(int64_t address)
{
	ended = 0;
	called = 0;
	pthread_create(&thread, NULL, run, (void *)(intptr_t)address);
}

EXPORT int borrower_has_called(void)
{
	return called;
}

EXPORT void borrower_end(void)
{
	ended = 1;
	pthread_join(thread, NULL);
}

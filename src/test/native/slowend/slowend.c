/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "slow_ender.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_SLOW_ENDER)

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Runs code of the module and uses its memory long after the thread's function has returned. */
static void end_slowly(void *value)
{
	int32_t millis = *(int32_t *)value;
	for (int32_t i = 0; i < millis; i++) {
		usleep(1000);
	}
	free(value);
	relib_log(RELIB_INFO, "ended after %d ms", millis);
}

static void make_key(void)
{
	if (pthread_key_create(&key, end_slowly) != 0) {
		relib_panic("no key");
	}
}

static void *begin(void *value)
{
	pthread_setspecific(key, value);
	relib_log(RELIB_INFO, "returned");
	return NULL;
}

static pthread_t start(int32_t millis)
{
	pthread_t thread;
	int32_t *value = malloc(sizeof(*value));
	pthread_once(&once, make_key);
	*value = millis;
	if (pthread_create(&thread, NULL, begin, value) != 0) {
		relib_panic("no thread");
	}
	pthread_setname_np(thread, "slow");
	return thread;
}

void slow_ender_detach(int32_t millis)
{
	pthread_detach(start(millis));
}

void slow_ender_forget(int32_t millis)
{
	start(millis);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "helper.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SHOWN __attribute__((visibility("default")))

static atomic_int stop;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static atomic_int dropped;

static void *work(void *unused)
{
	while (!atomic_load(&stop)) {
		usleep(1000);
	}
	return unused;
}

SHOWN int helper_start(void)
{
	pthread_t thread;
	return pthread_create(&thread, NULL, work, NULL);
}

SHOWN void helper_stop(void)
{
	atomic_store(&stop, 1);
}

SHOWN int helper_open(void)
{
	return open("/dev/null", O_RDONLY);
}

SHOWN void *helper_allocate(unsigned size)
{
	return malloc(size);
}

static void drop(void *value)
{
	atomic_fetch_add(&dropped, 1);
	free(value);
}

static void make_key(void)
{
	pthread_key_create(&key, drop);
}

SHOWN void helper_remember(void)
{
	pthread_once(&once, make_key);
	pthread_setspecific(key, strdup("a value"));
}

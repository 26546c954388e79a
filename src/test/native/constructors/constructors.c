/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "early.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_EARLY)

static char *text;
static pthread_key_t key;
static atomic_bool stopped;

static void end_value(void *value)
{
	relib_log(RELIB_INFO, "the value was %s", (const char *)value);
	free(value);
}

static void *wait_for_the_end(void *unused)
{
	(void)unused;
	while (!atomic_load(&stopped)) {
		usleep(1000);
	}
	return NULL;
}

__attribute__((constructor)) static void begin(void)
{
	pthread_t thread;
	text = strdup("forgotten");
	if (text == NULL || open("/dev/null", O_RDONLY | O_CLOEXEC) < 0 || pthread_key_create(&key, end_value) != 0
		|| pthread_setspecific(key, strdup("kept")) != 0
		|| pthread_create(&thread, NULL, wait_for_the_end, NULL) != 0) {
		abort();
	}
	pthread_setname_np(thread, "early");
}

RELIB_BEFORE_UNLOAD
{
	atomic_store(&stopped, true);
}

relib_string early_text(void)
{
	return relib_string_of(text);
}

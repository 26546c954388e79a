/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kept.h"
#include "kept_host.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_KEPT RELIB_CONTRACT_KEPT_HOST)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t stopped = PTHREAD_COND_INITIALIZER;
static pthread_t thread;
static bool runs;
static void *volatile leaked; /* so that no compiler leaves the allocation out */
static pthread_key_t key;
static pthread_once_t key_once = PTHREAD_ONCE_INIT;

relib_string kept_relay(relib_str text)
{
	relib_string answer = kept_host_answer(text);
	char buffer[100];
	snprintf(buffer, sizeof(buffer), "[%.*s]", (int)answer.len, answer.ptr);
	relib_string_free(&answer);
	return relib_string_of(buffer);
}

void kept_panic(relib_str message)
{
	relib_panic("%.*s", (int)message.len, message.ptr);
}

static void *run(void *argument)
{
	kept_host_heard((relib_str){"a thread", 8});
	pthread_mutex_lock(&lock);
	while (runs) {
		pthread_cond_wait(&stopped, &lock);
	}
	pthread_mutex_unlock(&lock);
	return argument;
}

void kept_start_thread(void)
{
	runs = true;
	if (pthread_create(&thread, NULL, run, NULL) != 0) {
		relib_panic("no thread");
	}
}

RELIB_BEFORE_UNLOAD
{
	kept_host_heard((relib_str){"before unload", 13});
	pthread_mutex_lock(&lock);
	bool ran = runs;
	runs = false;
	pthread_cond_broadcast(&stopped);
	pthread_mutex_unlock(&lock);
	if (ran) {
		pthread_join(thread, NULL);
	}
}

void kept_leak(int32_t count)
{
	for (int32_t i = 0; i < count; i++) {
		leaked = malloc(100);
	}
}

static void destroy(void *text)
{
	relib_log(RELIB_INFO, "destroyed %s", (const char *)text);
	free(text);
}

static void create_key(void)
{
	pthread_key_create(&key, destroy);
}

void kept_keep(relib_str text)
{
	pthread_once(&key_once, create_key);
	pthread_setspecific(key, strndup(text.ptr, text.len));
}

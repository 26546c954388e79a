/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include <pthread.h>
#include <stdio.h>

#include "listener.h"
#include "spawner.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_SPAWNER RELIB_CONTRACT_LISTENER)

static void *run(void *argument)
{
	const relib_str *text = argument;
	pthread_setname_np(pthread_self(), "herald");
	listener_heard(*text);
	relib_log(RELIB_INFO, "on my own: %.*s", (int)text->len, text->ptr);
	listener_heard((relib_str){ "again", 5 });
	return argument;
}

int32_t spawner_log(relib_str text)
{
	relib_log(RELIB_WARN, "on yours: %.*s", (int)text.len, text.ptr);
	return (int32_t)text.len;
}

void spawner_spawn(relib_str text)
{
	pthread_t thread;
	void *result;
	if (pthread_create(&thread, NULL, run, &text) != 0) {
		relib_panic("no thread");
	}
	pthread_join(thread, &result);
	if (result == NULL) {
		relib_panic("the thread was ended");
	}
}

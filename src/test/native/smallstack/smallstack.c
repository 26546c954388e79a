/* Calls an import on threads with little stack. SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>

#include "answers.h"
#include "small_stack.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_SMALL_STACK RELIB_CONTRACT_ANSWERS)

static int answer;

static void *work(void *question)
{
	answer = answers_answer((int)(intptr_t)question);
	return NULL;
}

static int run(pthread_attr_t *attributes, int question)
{
	pthread_t thread;
	answer = 0;
	if (pthread_create(&thread, attributes, work, (void *)(intptr_t)question) != 0) {
		return -1;
	}
	pthread_join(thread, NULL);
	return answer;
}

int32_t small_stack_of_size(int32_t kilobytes)
{
	pthread_attr_t attributes;
	pthread_attr_init(&attributes);
	return pthread_attr_setstacksize(&attributes, (size_t)kilobytes * 1024) != 0 ? -2 : run(&attributes, kilobytes);
}

int32_t small_stack_of_own(int32_t kilobytes)
{
	static _Alignas(4096) char memory[64 * 1024];
	pthread_attr_t attributes;
	pthread_attr_init(&attributes);
	return pthread_attr_setstack(&attributes, memory, (size_t)kilobytes * 1024) != 0 ? -2 : run(&attributes, kilobytes);
}

int32_t small_stack_by_default(int32_t kilobytes)
{
	pthread_attr_t before;
	pthread_attr_t attributes;
	pthread_getattr_default_np(&before);
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, (size_t)kilobytes * 1024);
	pthread_setattr_default_np(&attributes);
	int result = run(NULL, kilobytes);
	pthread_setattr_default_np(&before);
	return result;
}

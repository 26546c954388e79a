/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "finder.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_FINDER)

static atomic_bool stop;

static void *work(void *unused)
{
	while (!atomic_load(&stop)) {
		usleep(1000);
	}
	return unused;
}

static void *find(int32_t how, const char *symbol)
{
	switch (how) {
	case 0:
		return dlsym(RTLD_NEXT, symbol);
	case 1:
		return dlsym(RTLD_DEFAULT, symbol);
	case 2:
		return dlsym(dlopen("libc.so.6", RTLD_NOW), symbol);
	default:
		return dlvsym(RTLD_NEXT, symbol, "GLIBC_2.2.5");
	}
}

int32_t finder_start(int32_t how)
{
	int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	void *found = find(how, "pthread_create");
	pthread_t thread;
	memcpy(&create, &found, sizeof(create));
	return create(&thread, NULL, work, NULL);
}

void finder_stop(void)
{
	atomic_store(&stop, true);
}

bool finder_finds(int32_t how)
{
	int (*length)(const char *);
	void *found = find(how, "atoi");
	memcpy(&length, &found, sizeof(length));
	return length("17") == 17 && find(how, "no_such_function") == NULL;
}

int32_t finder_lose(int32_t how)
{
	void *(*allocate)(size_t);
	void (*release)(void *);
	void *found = find(how, "malloc");
	memcpy(&allocate, &found, sizeof(allocate));
	found = find(how, "free");
	memcpy(&release, &found, sizeof(release));
	release(allocate(8));
	return allocate(1000) != NULL;
}

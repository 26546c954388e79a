/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <threads.h>
#include <unistd.h>

#define SHOWN __attribute__((visibility("default")))

static pthread_key_t key;
static atomic_int stop;
static char *lost[8];

/* A table of functions, as many libraries have one: the loader writes it. */
static void *(*const allocate)(size_t) = malloc;
static void (*const release)(void *) = free;

static void drop(void *value)
{
	FILE *file = fopen(value, "a");
	fputs("x", file);
	fclose(file);
	free(value);
}

__attribute__((constructor)) static void make_key(void)
{
	pthread_key_create(&key, drop);
}

SHOWN void remember(const char *path)
{
	pthread_setspecific(key, strdup(path));
}

static int work(void *unused)
{
	(void)unused;
	while (!atomic_load(&stop)) {
		usleep(1000);
	}
	return 0;
}

static void *work_posix(void *unused)
{
	work(unused);
	return unused;
}

/* Nothing but a call, which a compiler makes a jump. */
SHOWN __attribute__((optimize("O2"))) int start(void)
{
	static pthread_t thread;
	return pthread_create(&thread, NULL, work_posix, NULL);
}

SHOWN int start_c11(void)
{
	thrd_t thread;
	return thrd_create(&thread, work, NULL);
}

SHOWN int start_found(int how)
{
	int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
	void *handles[] = {RTLD_NEXT, RTLD_DEFAULT, dlopen("libc.so.6", RTLD_NOW)};
	void *found = how == 3 ? dlvsym(RTLD_NEXT, "pthread_create", "GLIBC_2.2.5") : dlsym(handles[how], "pthread_create");
	pthread_t thread;
	memcpy(&create, &found, sizeof(create));
	return create(&thread, NULL, work_posix, NULL);
}

SHOWN int finds_itself(void)
{
	return dlsym(RTLD_DEFAULT, "malloc") != NULL && dlsym(RTLD_DEFAULT, "no_such_function") == NULL;
}

SHOWN void stop_all(void)
{
	atomic_store(&stop, 1);
}

SHOWN void lose_memory(void)
{
	lost[0] = strdup("a text");
	lost[1] = realpath("/", NULL);
	if (asprintf(&lost[2], "%d", 1) < 0) {
		abort();
	}
	lost[3] = allocate(1000);
	release(allocate(10));
	free(strdup("given back"));
}

static char *line;
SHOWN int read_line(const char *path)
{
	size_t capacity = 0;
	FILE *file = fopen(path, "r");
	ssize_t len = getline(&line, &capacity, file);
	fclose(file);
	free(line);
	return (int)len;
}

/* The caller frees it. */
SHOWN __attribute__((optimize("O2"))) void *give(size_t size)
{
	return malloc(size);
}

SHOWN int open_file(const char *path)
{
	return open(path, O_RDONLY);
}

SHOWN int map_page(void)
{
	return mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

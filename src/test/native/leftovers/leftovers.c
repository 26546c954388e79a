/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include <argz.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "careless.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_CARELESS)

static char *terminated(relib_str text)
{
	return strndup(text.ptr, text.len);
}

static int require(int fd)
{
	if (fd < 0) {
		relib_panic("no descriptor");
	}
	return fd;
}

void careless_open_descriptors(relib_str file)
{
	char *path = terminated(file);
	require(socket(AF_UNIX, SOCK_STREAM, 0));
	require(epoll_create1(EPOLL_CLOEXEC));
	require(timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC));
	require(open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600));
	free(path);
}

void careless_open_and_close_a_pipe(void)
{
	int ends[2];
	require(pipe(ends));
	close(require(fcntl(ends[0], F_DUPFD_CLOEXEC, 0)));
	close(ends[0]);
	close(ends[1]);
}

static char *volatile mapped;

static void *pages(size_t bytes)
{
	void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED) {
		relib_panic("no memory");
	}
	return memory;
}

void careless_map(int32_t bytes)
{
	mapped = pages((size_t)bytes);
	mapped[bytes - 1] = 1;
}

void careless_map_with_a_hole(void)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *memory = pages(3 * page);
	munmap(memory + page, page);
}

void careless_write(relib_str file, relib_str text)
{
	char *path = terminated(file);
	FILE *stream = fopen(path, "we");
	free(path);
	if (stream == NULL) {
		relib_panic("no file");
	}
	char *buffer = malloc(4096);
	setvbuf(stream, buffer, _IOFBF, 4096);
	fwrite(text.ptr, 1, text.len, stream);
}

relib_string careless_read_line(relib_str file)
{
	char *path = terminated(file);
	FILE *stream = fopen(path, "re");
	free(path);
	if (stream == NULL) {
		relib_panic("no file");
	}
	size_t capacity = 1;
	char *line = malloc(capacity);
	ssize_t len = getline(&line, &capacity, stream);
	fclose(stream);
	return len > 0 ? relib_string_of(line) : relib_string_of("");
}

int32_t careless_join_arguments(int32_t count)
{
	char *arguments = NULL;
	size_t len = 0;
	for (int32_t i = 0; i < count; i++) {
		if (argz_add(&arguments, &len, "argument") != 0) {
			relib_panic("no memory");
		}
	}
	return (int32_t)argz_count(arguments, len);
}

static char *remembered;

void careless_remember(relib_str text)
{
	remembered = terminated(text);
}

__attribute__((destructor)) static void forget(void)
{
	if (remembered != NULL && strlen(remembered) != 8) {
		abort();
	}
}

static void *volatile kept;

__attribute__((noinline)) static void leak_one(size_t bytes)
{
	kept = malloc(bytes);
}

void careless_leak(int32_t count, int32_t bytes)
{
	for (int32_t i = 0; i < count; i++) {
		leak_one((size_t)bytes);
	}
}

/* Calls a function of the C library that frees what it is given. */
static uintptr_t have_another_free(void *memory)
{
	uintptr_t address = (uintptr_t)memory;
	freeifaddrs((struct ifaddrs *)memory);
	return address;
}

/* One of the next allocations may get the freed address again. */
void careless_have_another_free(void)
{
	leak_one(1000);
	uintptr_t freed = have_another_free(kept);
	for (int i = 0; i < 100 && (uintptr_t)kept != freed; i++) {
		leak_one(1000);
	}
}

/* None gets it again. */
void careless_have_another_free_for_good(void)
{
	leak_one(3000);
	void *given = kept;
	leak_one(10);
	have_another_free(given);
}

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void count_in_file(void *path)
{
	int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0 || write(fd, "x", 1) != 1) {
		abort();
	}
	close(fd);
	free(path);
}

static void make_key(void)
{
	if (pthread_key_create(&key, count_in_file) != 0) {
		relib_panic("no key");
	}
}

void careless_keep_for_this_thread(relib_str file)
{
	pthread_once(&once, make_key);
	pthread_setspecific(key, terminated(file));
}

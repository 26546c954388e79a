/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "descriptors.h"

#include "quiet_lock.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KIND_SIZE sizeof(((relib_descriptor_info *)NULL)->kind)

struct descriptor {
	const relib_ledger *ledger; /* NULL: no module's */
	const void *origin;
	void *holder;
	relib_holder holder_kind;
	dev_t device;
	ino_t inode;
	char kind[KIND_SIZE];
};

static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static struct descriptor *table; /* by number */
static size_t table_size;

/* "anon_inode:[eventpoll]" or "anon_inode:inotify", "/memfd:name (deleted)", or a path. */
static void read_kind(int fd, const char *otherwise, char kind[KIND_SIZE])
{
	static const char anonymous[] = "anon_inode:";
	char link[64];
	char target[64];
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	ssize_t len = readlink(link, target, sizeof(target) - 1);
	target[len < 0 ? 0 : len] = '\0';
	if (strncmp(target, "/memfd:", 7) == 0) {
		otherwise = "memfd";
	} else if (strncmp(target, anonymous, sizeof(anonymous) - 1) == 0) {
		char *word = target + sizeof(anonymous) - 1;
		word += *word == '[';
		word[strcspn(word, "]")] = '\0';
		otherwise = strcmp(word, "eventpoll") == 0 ? "epoll" : word;
	}
	snprintf(kind, KIND_SIZE, "%.*s", (int)KIND_SIZE - 1, otherwise);
}

static void describe(int fd, mode_t mode, char kind[KIND_SIZE])
{
	switch (mode & S_IFMT) {
	case S_IFSOCK:
		strcpy(kind, "socket");
		break;
	case S_IFIFO:
		strcpy(kind, "pipe");
		break;
	case S_IFDIR:
		strcpy(kind, "directory");
		break;
	case S_IFCHR:
	case S_IFBLK:
		strcpy(kind, "device");
		break;
	default:
		read_kind(fd, "file", kind);
	}
}

/*
 * Code outside of all modules may have closed it, and the process got the number again for something else.
 * Descriptors without a file (epoll, eventfd, timerfd…) share one inode: they are told apart by kind alone.
 */
static bool is_same(int fd, const struct descriptor *descriptor)
{
	struct stat now;
	char kind[KIND_SIZE];
	if (fstat(fd, &now) != 0 || now.st_dev != descriptor->device || now.st_ino != descriptor->inode) {
		return false;
	}
	describe(fd, now.st_mode, kind);
	return strcmp(kind, descriptor->kind) == 0;
}

/* False if memory is short. Precondition: the lock is held. */
static bool has_place(size_t number)
{
	if (number >= table_size) {
		size_t size = table_size == 0 ? 256 : table_size;
		while (size <= number) {
			size *= 2;
		}
		struct descriptor *larger = realloc(table, size * sizeof(*table));
		if (larger == NULL) {
			return false;
		}
		memset(larger + table_size, 0, (size - table_size) * sizeof(*table));
		table = larger;
		table_size = size;
	}
	return true;
}

void descriptors_opened(const relib_ledger *ledger, int fd, relib_holder kind, void *holder, const void *origin)
{
	sigset_t before;
	int error = errno;
	struct stat file;
	if (fd < 0 || fstat(fd, &file) != 0) {
		errno = error;
		return;
	}
	struct descriptor descriptor = {
		.ledger = ledger,
		.origin = origin,
		.holder = holder,
		.holder_kind = kind,
		.device = file.st_dev,
		.inode = file.st_ino,
	};
	describe(fd, file.st_mode, descriptor.kind);
	quiet_lock(&table_lock, &before);
	if (has_place((size_t)fd)) {
		table[fd] = descriptor;
	}
	quiet_unlock(&table_lock, &before);
	errno = error;
}

bool descriptors_closing(unsigned first, unsigned last)
{
	sigset_t before;
	bool known = false;
	quiet_lock(&table_lock, &before);
	for (size_t fd = first; fd <= last && fd < table_size; fd++) {
		known |= table[fd].ledger != NULL;
		table[fd].ledger = NULL;
	}
	quiet_unlock(&table_lock, &before);
	return known;
}

size_t descriptors_list(const relib_ledger *ledger, relib_descriptor_info *descriptors, size_t capacity)
{
	sigset_t before;
	size_t count = 0;
	quiet_lock(&table_lock, &before);
	for (size_t fd = 0; fd < table_size; fd++) {
		const struct descriptor *descriptor = &table[fd];
		if (descriptor->ledger != ledger || !is_same((int)fd, descriptor)) {
			continue;
		}
		if (count < capacity) {
			descriptors[count].fd = (int64_t)fd;
			descriptors[count].origin = (uintptr_t)descriptor->origin;
			memcpy(descriptors[count].kind, descriptor->kind, KIND_SIZE);
		}
		count++;
	}
	quiet_unlock(&table_lock, &before);
	return count;
}

static bool close_one(int fd, const struct descriptor *descriptor)
{
	switch (descriptor->holder_kind) {
	case RELIB_FILE:
		return fclose(descriptor->holder) == 0;
	case RELIB_DIR:
		return closedir(descriptor->holder) == 0;
	default:
		return close(fd) == 0;
	}
}

/* Closing may block, so that the lock is let go: until it is closed, nobody else gets the number. */
size_t descriptors_close_all(const relib_ledger *ledger)
{
	sigset_t before;
	size_t closed = 0;
	quiet_lock(&table_lock, &before);
	for (size_t fd = 0; fd < table_size; fd++) {
		if (table[fd].ledger == ledger) {
			struct descriptor descriptor = table[fd];
			table[fd].ledger = NULL;
			quiet_unlock(&table_lock, &before);
			closed += is_same((int)fd, &descriptor) && close_one((int)fd, &descriptor);
			quiet_lock(&table_lock, &before);
		}
	}
	quiet_unlock(&table_lock, &before);
	return closed;
}

void descriptors_forget(const relib_ledger *ledger)
{
	sigset_t before;
	quiet_lock(&table_lock, &before);
	for (size_t fd = 0; fd < table_size; fd++) {
		if (table[fd].ledger == ledger) {
			table[fd].ledger = NULL;
		}
	}
	quiet_unlock(&table_lock, &before);
}

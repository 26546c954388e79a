/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "file_maps.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Since Linux 6.11: asks for one mapping. The headers of older kernels lack it. */
struct query {
	uint64_t size;
	uint64_t flags;
	uint64_t address;
	uint64_t begin;
	uint64_t end;
	uint64_t permissions;
	uint64_t page_size;
	uint64_t offset;
	uint64_t inode;
	uint32_t device_major;
	uint32_t device_minor;
	uint32_t name_size;
	uint32_t build_id_size;
	uint64_t name;
	uint64_t build_id;
};

#define QUERY _IOWR('f', 17, struct query)
#define THIS_OR_NEXT 0x10
#define OF_FILES 0x20

#define LONGEST_NAME 4096
#define PIECE 65536

static const char deleted[] = " (deleted)";

/* Whether a path, or a line that ends with one, has this file name. */
static bool is_named(const char *path, size_t length, const char *name)
{
	size_t name_length = strlen(name);
	size_t remark = sizeof(deleted) - 1;
	if (length > remark && memcmp(path + length - remark, deleted, remark) == 0) {
		length -= remark;
	}
	return length > name_length && path[length - name_length - 1] == '/' &&
		   memcmp(path + length - name_length, name, name_length) == 0;
}

enum answer { NO, YES, UNKNOWN };

static enum answer ask_kernel(int maps, struct address_range range, const char *name)
{
	char path[LONGEST_NAME] = ""; /* a checker does not know what the kernel writes */
	for (uintptr_t at = range.begin; at < range.end;) {
		struct query query = {.size = sizeof(query), .flags = THIS_OR_NEXT | OF_FILES, .address = at};
		query.name_size = sizeof(path);
		query.name = (uintptr_t)path;
		if (ioctl(maps, QUERY, &query) != 0) {
			return errno == ENOENT ? NO : UNKNOWN;
		}
		if (query.begin >= range.end) {
			return NO;
		}
		if (query.name_size > 0 && is_named(path, query.name_size - 1, name)) {
			return YES;
		}
		at = query.end;
	}
	return NO;
}

/* Of the text that was read, what belongs to a line that has not ended comes in front of the next piece. */
static enum answer read_all(int maps, const char *name)
{
	char *text = malloc(PIECE + LONGEST_NAME);
	size_t kept = 0;
	ssize_t count = text != NULL ? 0 : -1;
	enum answer answer = NO;
	while (answer == NO && text != NULL && (count = read(maps, text + kept, PIECE)) > 0) {
		char *end = text + kept + count;
		char *line = text;
		for (char *next; answer == NO && (next = memchr(line, '\n', (size_t)(end - line))) != NULL; line = next + 1) {
			answer = is_named(line, (size_t)(next - line), name) ? YES : NO;
		}
		kept = (size_t)(end - line);
		if (kept > LONGEST_NAME) { /* the kernel writes no such line */
			answer = UNKNOWN;
		} else {
			memmove(text, line, kept);
		}
	}
	free(text);
	return count < 0 ? UNKNOWN : answer;
}

static int open_maps(void)
{
	return open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
}

bool file_maps_have(struct address_range range, const char *name)
{
	int maps = open_maps();
	enum answer answer = maps < 0 ? UNKNOWN : ask_kernel(maps, range, name);
	if (maps >= 0) {
		close(maps);
	}
	return answer == UNKNOWN ? file_maps_list(name) : answer == YES;
}

bool file_maps_list(const char *name)
{
	int maps = open_maps();
	enum answer answer = maps < 0 ? UNKNOWN : read_all(maps, name);
	if (maps >= 0) {
		close(maps);
	}
	return answer != NO;
}

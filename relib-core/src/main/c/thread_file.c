/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "thread_file.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

size_t thread_file_read(int64_t tid, const char *name, char *text, size_t size)
{
	char path[64];
	snprintf(path, sizeof(path), "/proc/self/task/%" PRId64 "/%s", tid, name);
	int file = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t length = -1;
	if (file >= 0) {
		length = read(file, text, size - 1);
		close(file);
	}
	text[length > 0 ? length : 0] = '\0';
	return length > 0 ? (size_t)length : 0;
}

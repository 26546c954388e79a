/*
 * Makes whoever opens a file wait, as a file system does that has stopped answering.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#define PUBLIC __attribute__((visibility("default")))

PUBLIC int hold(const char *path);
PUBLIC int let_go(int held);

/* A descriptor for let_go; negative if the file system has no leases. */
int hold(const char *path)
{
	int file = open(path, O_RDWR | O_CLOEXEC);
	if (file >= 0 && (fcntl(file, F_SETSIG, SIGURG) != 0 || fcntl(file, F_SETLEASE, F_WRLCK) != 0)) {
		close(file);
		return -1;
	}
	return file;
}

int let_go(int held)
{
	return close(held);
}

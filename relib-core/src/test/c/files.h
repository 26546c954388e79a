/*
 * The C library's descriptors, streams and mappings as the module's code sees them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_FILES_H
#define RELIB_FILES_H

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#define FILE_FUNCTIONS(DO)                                                                             \
	DO(open) DO(open64) DO(openat) DO(openat64) DO(creat) DO(creat64) DO(mkstemp) DO(mkstemp64)        \
	DO(mkostemp) DO(mkostemp64) DO(mkstemps) DO(mkstemps64) DO(mkostemps) DO(mkostemps64)              \
	DO(socket) DO(socketpair) DO(pipe) DO(pipe2) DO(dup) DO(dup2) DO(dup3)      \
	DO(fcntl) DO(fcntl64) DO(epoll_create) DO(epoll_create1) DO(eventfd) DO(timerfd_create)            \
	DO(signalfd) DO(inotify_init) DO(inotify_init1) DO(memfd_create) DO(shm_open) DO(posix_openpt)     \
	DO(close) DO(close_range) DO(closefrom) DO(fopen) DO(fopen64) DO(fdopen) DO(freopen)               \
	DO(freopen64) DO(tmpfile) DO(tmpfile64) DO(fclose) DO(setvbuf) DO(setbuf) DO(setbuffer)            \
	DO(opendir) DO(fdopendir) DO(closedir) DO(mmap) DO(mmap64) DO(munmap) DO(mremap)

#define FIELD(name) __typeof__(&name) name;
struct files {
	FILE_FUNCTIONS(FIELD)
	int (*accept)(int fd, struct sockaddr *address, socklen_t *len);
	int (*accept4)(int fd, struct sockaddr *address, socklen_t *len, int flags);
	void (*untrack_descriptor)(int fd);
	void (*untrack_mapping)(void *address, size_t length);
	char buffer[4096]; /* in the module's image */
};

#endif

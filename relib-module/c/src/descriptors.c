/*
 * Hooks of functions that open and close descriptors.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

KIT_SHARED int opened(const relib_host *host, int fd, const void *origin)
{
	if (host != NULL && fd >= 0) {
		host->descriptor_opened(attached_ledger, fd, RELIB_NOBODY, NULL, origin);
	}
	return fd;
}

static int opened_pair(const relib_host *host, int error, const int fds[2], const void *origin)
{
	if (error == 0) {
		opened(host, fds[0], origin);
		opened(host, fds[1], origin);
	}
	return error;
}

KIT_SHARED bool closing(const relib_host *host, int fd)
{
	return host != NULL && fd >= 0 && host->descriptors_closing(attached_ledger, (unsigned)fd, (unsigned)fd);
}

static int unsupported(void)
{
	errno = ENOSYS;
	return -1;
}

/* A function that returns a new descriptor. */
#define OPENS(name, parameters, arguments)                                                             \
	HOOK int name parameters                                                                           \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		return REAL(name) == NULL ? unsupported() : opened(host, REAL(name) arguments, ORIGIN);        \
	}

/* The same with a mode where a file may be created. */
#define OPENS_WITH_MODE(name, parameters, flags, ...)                                                  \
	HOOK int name parameters                                                                           \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		mode_t mode = 0;                                                                               \
		if ((flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE) {                              \
			va_list optional;                                                                          \
			va_start(optional, flags);                                                                 \
			mode = va_arg(optional, mode_t);                                                           \
			va_end(optional);                                                                          \
		}                                                                                              \
		return opened(host, REAL(name)(__VA_ARGS__, mode), ORIGIN);                                    \
	}

OPENS_WITH_MODE(open, (const char *path, int flags, ...), flags, path, flags)
OPENS_WITH_MODE(open64, (const char *path, int flags, ...), flags, path, flags)
OPENS_WITH_MODE(openat, (int directory, const char *path, int flags, ...), flags, directory, path, flags)
OPENS_WITH_MODE(openat64, (int directory, const char *path, int flags, ...), flags, directory, path, flags)
OPENS(__open_2, (const char *path, int flags), (path, flags))
OPENS(__open64_2, (const char *path, int flags), (path, flags))
OPENS(__openat_2, (int directory, const char *path, int flags), (directory, path, flags))
OPENS(__openat64_2, (int directory, const char *path, int flags), (directory, path, flags))
OPENS(creat, (const char *path, mode_t mode), (path, mode))
OPENS(creat64, (const char *path, mode_t mode), (path, mode))
OPENS(mkstemp, (char *path), (path))
OPENS(mkstemp64, (char *path), (path))
OPENS(mkostemp, (char *path, int flags), (path, flags))
OPENS(mkostemp64, (char *path, int flags), (path, flags))
OPENS(mkstemps, (char *path, int suffix), (path, suffix))
OPENS(mkstemps64, (char *path, int suffix), (path, suffix))
OPENS(mkostemps, (char *path, int suffix, int flags), (path, suffix, flags))
OPENS(mkostemps64, (char *path, int suffix, int flags), (path, suffix, flags))
OPENS(shm_open, (const char *name, int flags, mode_t mode), (name, flags, mode))
OPENS(memfd_create, (const char *name, unsigned flags), (name, flags))
OPENS(posix_openpt, (int flags), (flags))
OPENS(socket, (int domain, int type, int protocol), (domain, type, protocol))
OPENS(accept, (int fd, __SOCKADDR_ARG address, socklen_t *len), (fd, address, len))
OPENS(accept4, (int fd, __SOCKADDR_ARG address, socklen_t *len, int flags), (fd, address, len, flags))
OPENS(dup, (int fd), (fd))
OPENS(epoll_create, (int size), (size))
OPENS(epoll_create1, (int flags), (flags))
OPENS(eventfd, (unsigned value, int flags), (value, flags))
OPENS(timerfd_create, (clockid_t clock, int flags), (clock, flags))
OPENS(inotify_init, (void), ())
OPENS(inotify_init1, (int flags), (flags))
OPENS(pidfd_open, (pid_t process, unsigned flags), (process, flags))

HOOK int signalfd(int fd, const sigset_t *signals, int flags)
{
	const relib_host *host = attached();
	int result = REAL(signalfd)(fd, signals, flags);
	return fd == -1 ? opened(host, result, ORIGIN) : result;
}

/* A function that makes two descriptors. */
#define OPENS_PAIR(name, parameters, arguments)                                                        \
	HOOK int name parameters                                                                           \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		return opened_pair(host, REAL(name) arguments, fds, ORIGIN);                                   \
	}

OPENS_PAIR(pipe, (int fds[2]), (fds))
OPENS_PAIR(pipe2, (int fds[2], int flags), (fds, flags))
OPENS_PAIR(socketpair, (int domain, int type, int protocol, int fds[2]), (domain, type, protocol, fds))

static bool is_open(int fd)
{
	return REAL(fcntl)(fd, F_GETFD) >= 0;
}

/* A descriptor that replaces one of the process, its standard output say, is the process's as well. */
static bool replaces_a_foreign_one(const relib_host *host, int from, int to)
{
	return from == to || !is_open(from) || (!closing(host, to) && is_open(to));
}

HOOK int dup2(int from, int to)
{
	const relib_host *host = attached();
	bool foreign = replaces_a_foreign_one(host, from, to);
	int result = REAL(dup2)(from, to);
	return foreign ? result : opened(host, result, ORIGIN);
}

HOOK int dup3(int from, int to, int flags)
{
	const relib_host *host = attached();
	bool foreign = replaces_a_foreign_one(host, from, to);
	int result = REAL(dup3)(from, to, flags);
	return foreign ? result : opened(host, result, ORIGIN);
}

/* All commands take an int, a pointer or nothing. */
#define CONTROLS(name)                                                                                 \
	HOOK int name(int fd, int command, ...)                                                            \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		va_list optional;                                                                              \
		va_start(optional, command);                                                                   \
		void *argument = va_arg(optional, void *);                                                     \
		va_end(optional);                                                                              \
		int result = REAL(name) == NULL ? REAL(fcntl)(fd, command, argument) : REAL(name)(fd, command, argument); \
		return command == F_DUPFD || command == F_DUPFD_CLOEXEC ? opened(host, result, ORIGIN) : result; \
	}

CONTROLS(fcntl)
CONTROLS(fcntl64)

HOOK int close(int fd)
{
	closing(attached(), fd);
	return REAL(close)(fd);
}

HOOK int close_range(unsigned first, unsigned last, int flags)
{
	const relib_host *host = attached();
	if (REAL(close_range) == NULL) {
		return unsupported();
	}
	if (host != NULL && flags == 0) { /* with flags they stay open, or stay open for other threads */
		host->descriptors_closing(attached_ledger, first, last);
	}
	return REAL(close_range)(first, last, flags);
}

HOOK void closefrom(int first)
{
	const relib_host *host = attached();
	if (REAL(closefrom) == NULL) {
		return;
	}
	if (host != NULL) {
		host->descriptors_closing(attached_ledger, first < 0 ? 0 : (unsigned)first, UINT_MAX);
	}
	REAL(closefrom)(first);
}

void relib_untrack_descriptor(int fd)
{
	closing(attached(), fd);
}

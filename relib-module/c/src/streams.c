/*
 * Hooks of streams and directories. What they hold is the C library's, so that the C library must close them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

static FILE *opened_file(const relib_host *host, FILE *file, const void *origin)
{
	int fd = host != NULL && file != NULL ? fileno(file) : -1;
	if (fd >= 0) {
		host->descriptor_opened(attached_ledger, fd, RELIB_FILE, file, origin);
	}
	return file;
}

static DIR *opened_directory(const relib_host *host, DIR *directory, const void *origin)
{
	int fd = host != NULL && directory != NULL ? dirfd(directory) : -1;
	if (fd >= 0) {
		host->descriptor_opened(attached_ledger, fd, RELIB_DIR, directory, origin);
	}
	return directory;
}

#define OPENS_HOLDER(type, name, tell, parameters, arguments)                                          \
	HOOK type *name parameters                                                                         \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		return tell(host, REAL(name) arguments, ORIGIN);                                               \
	}

OPENS_HOLDER(FILE, fopen, opened_file, (const char *path, const char *mode), (path, mode))
OPENS_HOLDER(FILE, fopen64, opened_file, (const char *path, const char *mode), (path, mode))
OPENS_HOLDER(FILE, fdopen, opened_file, (int fd, const char *mode), (fd, mode))
OPENS_HOLDER(FILE, tmpfile, opened_file, (void), ())
OPENS_HOLDER(FILE, tmpfile64, opened_file, (void), ())
OPENS_HOLDER(DIR, opendir, opened_directory, (const char *path), (path))
OPENS_HOLDER(DIR, fdopendir, opened_directory, (int fd), (fd))

/* The process's own standard streams stay its own. */
#define REOPENS(name)                                                                                  \
	HOOK FILE *name(const char *path, const char *mode, FILE *file)                                    \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		bool known = closing(host, fileno(file));                                                      \
		FILE *reopened = REAL(name)(path, mode, file);                                                 \
		return known ? opened_file(host, reopened, ORIGIN) : reopened;                                 \
	}

REOPENS(freopen)
REOPENS(freopen64)

HOOK int fclose(FILE *file)
{
	closing(attached(), fileno(file));
	return REAL(fclose)(file);
}

HOOK int closedir(DIR *directory)
{
	closing(attached(), dirfd(directory));
	return REAL(closedir)(directory);
}

/* The process flushes streams when it ends: a buffer in the module's memory would be gone by then. */
HOOK int setvbuf(FILE *file, char *buffer, int mode, size_t size)
{
	const relib_host *host = attached();
	return REAL(setvbuf)(file, host != NULL ? NULL : buffer, mode, size);
}

HOOK void setbuffer(FILE *file, char *buffer, size_t size)
{
	setvbuf(file, buffer, buffer != NULL ? _IOFBF : _IONBF, size);
}

HOOK void setbuf(FILE *file, char *buffer)
{
	setbuffer(file, buffer, BUFSIZ);
}

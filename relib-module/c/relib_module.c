/*
 * relib module kit: the hooks, boundaries and helpers that are linked into every module.
 *
 * The hooks have the names of C library functions and are hidden, so that the module's own code binds
 * to them at link time and no other library ever does. They report to the host that is attached;
 * without one they pass through.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
/* Headers would give the hooked functions other names or inline bodies. */
#undef _FORTIFY_SOURCE
#undef _FILE_OFFSET_BITS
#undef _TIME_BITS

#include "relib_module.h"

#include <argz.h>
#include <dirent.h>
#include <dlfcn.h>
#include <envz.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <threads.h>
#include <unistd.h>
#include <wchar.h>

int __cxa_atexit(void (*function)(void *), void *argument, void *library);
void __cxa_finalize(void *library);

/* Whatever flags the module is compiled with: two modules never share one of these symbols. */
#pragma GCC visibility push(hidden)

/* Kept in link-time optimisation, where calls to them may appear late; never inlined into the module. */
#define HOOK __attribute__((used, noinline))

/* ---- The host ------------------------------------------------------------------------------ */

static _Atomic(const relib_host *) attached_host;
static struct relib_ledger *attached_ledger;

/* ---- The real functions -------------------------------------------------------------------- */

int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline);
int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library);
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
int __openat_2(int directory, const char *path, int flags);
int __openat64_2(int directory, const char *path, int flags);
int close_range(unsigned first, unsigned last, int flags);
void closefrom(int first);
int pidfd_open(pid_t process, unsigned flags);

#define REAL_FUNCTIONS(DO)                                                                             \
	DO(malloc, true)                                                                                   \
	DO(calloc, true)                                                                                   \
	DO(realloc, true)                                                                                  \
	DO(free, true)                                                                                     \
	DO(posix_memalign, true)                                                                           \
	DO(aligned_alloc, true)                                                                            \
	DO(memalign, true)                                                                                 \
	DO(getdelim, true)                                                                                 \
	DO(vasprintf, true)                                                                                \
	DO(realpath, true)                                                                                 \
	DO(getcwd, true)                                                                                   \
	DO(get_current_dir_name, true)                                                                     \
	DO(canonicalize_file_name, true)                                                                   \
	DO(tempnam, true)                                                                                  \
	DO(wcsdup, true)                                                                                   \
	DO(scandir, true)                                                                                  \
	DO(scandir64, true)                                                                                \
	DO(scandirat, true)                                                                                \
	DO(scandirat64, true)                                                                              \
	DO(argz_create, true)                                                                              \
	DO(argz_create_sep, true)                                                                          \
	DO(argz_append, true)                                                                              \
	DO(argz_add, true)                                                                                 \
	DO(argz_add_sep, true)                                                                             \
	DO(argz_delete, true)                                                                              \
	DO(argz_insert, true)                                                                              \
	DO(argz_replace, true)                                                                             \
	DO(envz_add, true)                                                                                 \
	DO(envz_merge, true)                                                                               \
	DO(envz_remove, true)                                                                              \
	DO(envz_strip, true)                                                                               \
	DO(putenv, true)                                                                                   \
	DO(pthread_create, true)                                                                           \
	DO(pthread_join, true)                                                                             \
	DO(pthread_detach, true)                                                                           \
	DO(pthread_tryjoin_np, true)                                                                       \
	DO(pthread_timedjoin_np, true)                                                                     \
	DO(pthread_clockjoin_np, false)                                                                    \
	DO(pthread_key_create, true)                                                                       \
	DO(pthread_key_delete, true)                                                                       \
	DO(pthread_setspecific, true)                                                                      \
	DO(__cxa_thread_atexit_impl, false)                                                                \
	DO(open, true)                                                                                     \
	DO(open64, true)                                                                                   \
	DO(openat, true)                                                                                   \
	DO(openat64, true)                                                                                 \
	DO(creat, true)                                                                                    \
	DO(creat64, true)                                                                                  \
	DO(socket, true)                                                                                   \
	DO(accept, true)                                                                                   \
	DO(accept4, true)                                                                                  \
	DO(socketpair, true)                                                                               \
	DO(pipe, true)                                                                                     \
	DO(pipe2, true)                                                                                    \
	DO(dup, true)                                                                                      \
	DO(dup2, true)                                                                                     \
	DO(dup3, true)                                                                                     \
	DO(fcntl, true)                                                                                    \
	DO(epoll_create, true)                                                                             \
	DO(epoll_create1, true)                                                                            \
	DO(eventfd, true)                                                                                  \
	DO(timerfd_create, true)                                                                           \
	DO(signalfd, true)                                                                                 \
	DO(inotify_init, true)                                                                             \
	DO(inotify_init1, true)                                                                            \
	DO(posix_openpt, true)                                                                             \
	DO(mkstemp, true)                                                                                  \
	DO(mkstemp64, true)                                                                                \
	DO(mkostemp, true)                                                                                 \
	DO(mkostemp64, true)                                                                               \
	DO(mkstemps, true)                                                                                 \
	DO(mkstemps64, true)                                                                               \
	DO(mkostemps, true)                                                                                \
	DO(mkostemps64, true)                                                                              \
	DO(close, true)                                                                                    \
	DO(fopen, true)                                                                                    \
	DO(fopen64, true)                                                                                  \
	DO(fdopen, true)                                                                                   \
	DO(freopen, true)                                                                                  \
	DO(freopen64, true)                                                                                \
	DO(tmpfile, true)                                                                                  \
	DO(tmpfile64, true)                                                                                \
	DO(fclose, true)                                                                                   \
	DO(setvbuf, true)                                                                                  \
	DO(opendir, true)                                                                                  \
	DO(fdopendir, true)                                                                                \
	DO(closedir, true)                                                                                 \
	DO(mmap, true)                                                                                     \
	DO(mmap64, true)                                                                                   \
	DO(munmap, true)                                                                                   \
	DO(mremap, true)                                                                                   \
	DO(fcntl64, false)                                                                                 \
	DO(memfd_create, false)                                                                            \
	DO(shm_open, false)                                                                                \
	DO(pidfd_open, false)                                                                              \
	DO(close_range, false)                                                                             \
	DO(closefrom, false)                                                                               \
	DO(__open_2, false)                                                                                \
	DO(__open64_2, false)                                                                              \
	DO(__openat_2, false)                                                                              \
	DO(__openat64_2, false)

#define DECLARE(name, needed) static _Atomic(__typeof__(&name)) real_##name;
REAL_FUNCTIONS(DECLARE)
static atomic_bool resolved;

/* RTLD_NEXT would pass over an allocator that was preloaded. */
static void *find(const char *name, bool needed)
{
	void *address = dlsym(RTLD_DEFAULT, name);
	if (address == NULL && needed) {
		fprintf(stderr, "relib: the process has no function %s\n", name);
		abort();
	}
	return address;
}

#define RESOLVE(name, needed)                                                                          \
	{                                                                                                  \
		void *address = find(#name, needed);                                                           \
		__typeof__(&name) function;                                                                    \
		memcpy(&function, &address, sizeof(function));                                                 \
		atomic_store_explicit(&real_##name, function, memory_order_relaxed);                           \
	}

/* A host that keeps its runtime library in the process may want to be told of what constructors do. */
static void meet_host(void)
{
	void *runtime = dlopen("librelib_rt.so", RTLD_LAZY | RTLD_NOLOAD);
	void *address = runtime != NULL ? dlsym(runtime, "relib_rt_bind") : NULL;
	if (address != NULL) {
		void (*bind)(bool (*attach)(const relib_host *, struct relib_ledger *));
		memcpy(&bind, &address, sizeof(bind));
		bind(relib_module_attach);
	}
	if (runtime != NULL) {
		dlclose(runtime);
	}
}

/*
 * Runs before the module's own constructors: another thread that one of them waits for would in turn
 * wait in dlsym for the dynamic linker's lock, which the thread that opens the library holds. For the
 * same reason threads that come here side by side do not wait for one another; they store the same.
 * What dlsym itself allocates does not come through the hooks.
 */
__attribute__((constructor(101))) static void resolve(void)
{
	if (!atomic_load_explicit(&resolved, memory_order_acquire)) {
		REAL_FUNCTIONS(RESOLVE)
		atomic_store_explicit(&resolved, true, memory_order_release);
		meet_host();
	}
}

/* Constructors of other parts of the module may come before all of ours. */
__attribute__((noinline, cold)) static const relib_host *attached_late(void)
{
	resolve();
	return atomic_load_explicit(&attached_host, memory_order_acquire);
}

/* Every hook begins here. */
static inline const relib_host *attached(void)
{
	const relib_host *host = atomic_load_explicit(&attached_host, memory_order_acquire);
	return host != NULL ? host : attached_late();
}

/* Precondition: attached() was called. */
#define REAL(name) atomic_load_explicit(&real_##name, memory_order_relaxed)

/* ---- Allocations --------------------------------------------------------------------------- */

/* Inlined, so that the host sees which hook has allocated, and who called it. */
__attribute__((always_inline)) static inline void *track(const relib_host *host, void *ptr, size_t size)
{
	if (host != NULL && ptr != NULL) {
		host->allocated(attached_ledger, ptr, size);
	}
	return ptr;
}

/* Always before the memory is really given back: after that another thread may already have it. */
static size_t untrack(const relib_host *host, void *ptr)
{
	return host != NULL && ptr != NULL ? host->releasing(attached_ledger, ptr) : RELIB_UNTRACKED;
}

static void *out_of_memory(void)
{
	errno = ENOMEM;
	return NULL;
}

HOOK void *malloc(size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(malloc)(size), size);
}

HOOK void *calloc(size_t count, size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(calloc)(count, size), count * size);
}

HOOK void free(void *ptr)
{
	untrack(attached(), ptr);
	REAL(free)(ptr);
}

HOOK void *realloc(void *ptr, size_t size)
{
	const relib_host *host = attached();
	size_t old_size = untrack(host, ptr);
	void *moved = REAL(realloc)(ptr, size);
	if (moved != NULL) {
		return track(host, moved, size);
	}
	/* Failed: the old block lives on. With size 0 it may as well have been freed: rather a leak. */
	if (size != 0 && old_size != RELIB_UNTRACKED) {
		track(host, ptr, old_size);
	}
	return NULL;
}

HOOK void *reallocarray(void *ptr, size_t count, size_t size)
{
	size_t bytes;
	return __builtin_mul_overflow(count, size, &bytes) ? out_of_memory() : realloc(ptr, bytes);
}

HOOK int posix_memalign(void **result, size_t alignment, size_t size)
{
	const relib_host *host = attached();
	int error = REAL(posix_memalign)(result, alignment, size);
	if (error == 0) {
		track(host, *result, size);
	}
	return error;
}

HOOK void *aligned_alloc(size_t alignment, size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(aligned_alloc)(alignment, size), size);
}

HOOK void *memalign(size_t alignment, size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(memalign)(alignment, size), size);
}

HOOK void *valloc(size_t size)
{
	return memalign((size_t)sysconf(_SC_PAGESIZE), size);
}

HOOK void *pvalloc(size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	return size > SIZE_MAX - page ? out_of_memory() : memalign(page, (size + page - 1) & ~(page - 1));
}

/* ---- What the C library allocates or moves for its caller ---------------------------------- */

static char *copy_text(const char *text, size_t len)
{
	char *copy = malloc(len + 1);
	if (copy != NULL) {
		memcpy(copy, text, len);
		copy[len] = '\0';
	}
	return copy;
}

#undef strdup
HOOK char *strdup(const char *text)
{
	return copy_text(text, strlen(text));
}

#undef strndup
HOOK char *strndup(const char *text, size_t max)
{
	return copy_text(text, strnlen(text, max));
}

HOOK wchar_t *wcsdup(const wchar_t *text)
{
	const relib_host *host = attached();
	wchar_t *copy = REAL(wcsdup)(text);
	return copy == NULL ? NULL : track(host, copy, (wcslen(copy) + 1) * sizeof(*copy));
}

/* A text that the C library has allocated for its caller. */
static char *track_text(const relib_host *host, char *text)
{
	return text == NULL ? NULL : track(host, text, strlen(text) + 1);
}

HOOK int vasprintf(char **result, const char *format, va_list arguments)
{
	const relib_host *host = attached();
	int len = REAL(vasprintf)(result, format, arguments);
	if (len >= 0) {
		track(host, *result, (size_t)len + 1);
	}
	return len;
}

HOOK int asprintf(char **result, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int len = vasprintf(result, format, arguments);
	va_end(arguments);
	return len;
}

int __vasprintf_chk(char **result, int flag, const char *format, va_list arguments);
HOOK int __vasprintf_chk(char **result, int flag, const char *format, va_list arguments)
{
	(void)flag;
	return vasprintf(result, format, arguments);
}

int __asprintf_chk(char **result, int flag, const char *format, ...);
HOOK int __asprintf_chk(char **result, int flag, const char *format, ...)
{
	(void)flag;
	va_list arguments;
	va_start(arguments, format);
	int len = vasprintf(result, format, arguments);
	va_end(arguments);
	return len;
}

HOOK char *realpath(const char *path, char *resolved)
{
	const relib_host *host = attached();
	char *result = REAL(realpath)(path, resolved);
	return resolved != NULL ? result : track_text(host, result);
}

HOOK char *getcwd(char *buffer, size_t size)
{
	const relib_host *host = attached();
	char *result = REAL(getcwd)(buffer, size);
	return buffer != NULL ? result : track_text(host, result);
}

#define ALLOCATES_TEXT(name, parameters, arguments)                                                    \
	HOOK char *name parameters                                                                         \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		return track_text(host, REAL(name) arguments);                                                 \
	}

ALLOCATES_TEXT(get_current_dir_name, (void), ())
ALLOCATES_TEXT(canonicalize_file_name, (const char *path), (path))
ALLOCATES_TEXT(tempnam, (const char *directory, const char *prefix), (directory, prefix))

#define SCANS(name, entry, parameters, arguments)                                                      \
	HOOK int name parameters                                                                           \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		int count = REAL(name) arguments;                                                              \
		for (int i = 0; i < count; i++) {                                                              \
			track(host, (*entries)[i], (*entries)[i]->d_reclen);                                       \
		}                                                                                              \
		if (count >= 0) {                                                                              \
			track(host, *entries, (size_t)count * sizeof(entry *));                                    \
		}                                                                                              \
		return count;                                                                                  \
	}

SCANS(scandir, struct dirent,
	  (const char *path, struct dirent ***entries, int (*filter)(const struct dirent *),
	   int (*compare)(const struct dirent **, const struct dirent **)),
	  (path, entries, filter, compare))
SCANS(scandir64, struct dirent64,
	  (const char *path, struct dirent64 ***entries, int (*filter)(const struct dirent64 *),
	   int (*compare)(const struct dirent64 **, const struct dirent64 **)),
	  (path, entries, filter, compare))
SCANS(scandirat, struct dirent,
	  (int directory, const char *path, struct dirent ***entries, int (*filter)(const struct dirent *),
	   int (*compare)(const struct dirent **, const struct dirent **)),
	  (directory, path, entries, filter, compare))
SCANS(scandirat64, struct dirent64,
	  (int directory, const char *path, struct dirent64 ***entries, int (*filter)(const struct dirent64 *),
	   int (*compare)(const struct dirent64 **, const struct dirent64 **)),
	  (directory, path, entries, filter, compare))

/* Functions that make a vector of texts. */
#define MAKES_VECTOR(name, parameters, arguments)                                                      \
	HOOK error_t name parameters                                                                       \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		error_t error = REAL(name) arguments;                                                          \
		if (error == 0) {                                                                              \
			track(host, *vector, *len);                                                                \
		}                                                                                              \
		return error;                                                                                  \
	}

MAKES_VECTOR(argz_create, (char *const texts[], char **vector, size_t *len), (texts, vector, len))
MAKES_VECTOR(argz_create_sep, (const char *text, int separator, char **vector, size_t *len),
			 (text, separator, vector, len))

/* Functions that move a vector of texts, or free it when it becomes empty. */
#define MOVES_VECTOR(result_type, begin, end, name, parameters, arguments)                             \
	HOOK result_type name parameters                                                                   \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		untrack(host, *vector);                                                                        \
		begin REAL(name) arguments;                                                                    \
		track(host, *vector, *len);                                                                    \
		end;                                                                                           \
	}
#define CHANGES_VECTOR(name, parameters, arguments)                                                    \
	MOVES_VECTOR(error_t, error_t error =, return error, name, parameters, arguments)
#define SHRINKS_VECTOR(name, parameters, arguments) MOVES_VECTOR(void, , return, name, parameters, arguments)

CHANGES_VECTOR(argz_append, (char **vector, size_t *len, const char *text, size_t text_len),
			   (vector, len, text, text_len))
CHANGES_VECTOR(argz_add, (char **vector, size_t *len, const char *text), (vector, len, text))
CHANGES_VECTOR(argz_add_sep, (char **vector, size_t *len, const char *text, int separator),
			   (vector, len, text, separator))
CHANGES_VECTOR(argz_insert, (char **vector, size_t *len, char *before, const char *text),
			   (vector, len, before, text))
CHANGES_VECTOR(argz_replace, (char **vector, size_t *len, const char *text, const char *with, unsigned *count),
			   (vector, len, text, with, count))
SHRINKS_VECTOR(argz_delete, (char **vector, size_t *len, char *text), (vector, len, text))
CHANGES_VECTOR(envz_add, (char **vector, size_t *len, const char *name, const char *value),
			   (vector, len, name, value))
CHANGES_VECTOR(envz_merge, (char **vector, size_t *len, const char *other, size_t other_len, int overrides),
			   (vector, len, other, other_len, overrides))
SHRINKS_VECTOR(envz_remove, (char **vector, size_t *len, const char *name), (vector, len, name))
SHRINKS_VECTOR(envz_strip, (char **vector, size_t *len), (vector, len))

/* The process's environment holds a copy, not the module's memory. */
HOOK int putenv(char *definition)
{
	const relib_host *host = attached();
	const char *value = strchr(definition, '=');
	if (host == NULL || value == NULL) {
		return REAL(putenv)(definition); /* which removes a name without a value */
	}
	char *name = REAL(malloc)((size_t)(value - definition) + 1);
	if (name == NULL) {
		errno = ENOMEM;
		return -1;
	}
	memcpy(name, definition, (size_t)(value - definition));
	name[value - definition] = '\0';
	int error = setenv(name, value + 1, 1);
	REAL(free)(name);
	return error;
}

/* By assembler name: glibc's header has an inline getline, which calls __getdelim. */
HOOK ssize_t hook_getdelim(char **line, size_t *capacity, int delimiter, FILE *stream) __asm__("getdelim");
HOOK ssize_t hook_getdelim_inline(char **line, size_t *capacity, int delimiter, FILE *stream) __asm__("__getdelim");
HOOK ssize_t hook_getline(char **line, size_t *capacity, FILE *stream) __asm__("getline");

ssize_t hook_getdelim(char **line, size_t *capacity, int delimiter, FILE *stream)
{
	const relib_host *host = attached();
	host = line != NULL && capacity != NULL ? host : NULL;
	if (host != NULL) {
		untrack(host, *line);
	}
	ssize_t len = REAL(getdelim)(line, capacity, delimiter, stream);
	if (host != NULL) {
		track(host, *line, *capacity);
	}
	return len;
}

ssize_t hook_getdelim_inline(char **line, size_t *capacity, int delimiter, FILE *stream)
{
	return hook_getdelim(line, capacity, delimiter, stream);
}

ssize_t hook_getline(char **line, size_t *capacity, FILE *stream)
{
	return hook_getdelim(line, capacity, '\n', stream);
}

void relib_untrack(void *ptr)
{
	untrack(attached(), ptr);
}

/* ---- Descriptors --------------------------------------------------------------------------- */

#define ORIGIN __builtin_return_address(0)

static int opened(const relib_host *host, int fd, const void *origin)
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

/* Always before it is really closed: after that another thread may already have the number. */
static bool closing(const relib_host *host, int fd)
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

/* What replaces a descriptor of the process, its standard output say, is the process's as well. */
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
	if (host != NULL && flags == 0) { /* else they are not closed, or not for other threads */
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

/* ---- Streams and directories: what they hold is the C library's, so that it must close them ---- */

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

/* The process writes out what is in a stream when it ends: not from the module's memory. */
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

/* ---- Mappings ------------------------------------------------------------------------------ */

/* A mapping that replaces memory which is not known as the module's is a part of that memory. */
static bool replaces_foreign_memory(const relib_host *host, void *address, size_t length, int flags)
{
	unsigned char resident;
	return (flags & MAP_FIXED) != 0 && !host->unmapping(attached_ledger, address, length)
		   && mincore(address, 1, &resident) == 0;
}

#define MAPS(name, offset_type)                                                                        \
	HOOK void *name(void *address, size_t length, int protection, int flags, int fd, offset_type offset) \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		bool tracked = host != NULL && !replaces_foreign_memory(host, address, length, flags);         \
		void *memory = REAL(name)(address, length, protection, flags, fd, offset);                     \
		if (tracked && memory != MAP_FAILED) {                                                         \
			host->mapped(attached_ledger, memory, length, ORIGIN);                                     \
		}                                                                                              \
		return memory;                                                                                 \
	}

MAPS(mmap, off_t)
MAPS(mmap64, off64_t)

/* Always before it is really unmapped: after that another thread may already have the address. */
HOOK int munmap(void *address, size_t length)
{
	const relib_host *host = attached();
	bool known = host != NULL && host->unmapping(attached_ledger, address, length);
	int error = REAL(munmap)(address, length);
	if (error != 0 && known) {
		host->mapped(attached_ledger, address, length, ORIGIN);
	}
	return error;
}

HOOK void *mremap(void *address, size_t length, size_t new_length, int flags, ...)
{
	const relib_host *host = attached();
	void *wanted = NULL;
	if ((flags & MREMAP_FIXED) != 0) {
		va_list optional;
		va_start(optional, flags);
		wanted = va_arg(optional, void *);
		va_end(optional);
	}
	bool known = host != NULL && host->unmapping(attached_ledger, address, length);
	void *memory = REAL(mremap)(address, length, new_length, flags, wanted);
	bool stays = memory == MAP_FAILED || (flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED)) != 0;
	if (known && stays) {
		host->mapped(attached_ledger, address, length, ORIGIN);
	}
	if (memory != MAP_FAILED && (known || (host != NULL && length == 0))) {
		host->mapped(attached_ledger, memory, new_length, ORIGIN);
	}
	return memory;
}

void relib_untrack_mapping(void *address, size_t length)
{
	const relib_host *host = attached();
	if (host != NULL) {
		host->unmapping(attached_ledger, address, length);
	}
}

/* ---- Panics and failed imports ------------------------------------------------------------- */

#define TEXT_CAPACITY 1024

/* Outcomes of open boundaries where nobody waits for a message. */
#define STARTS_THREAD 0xff
#define RUNS_DESTRUCTOR 0xfe

static _Thread_local relib_boundary *innermost;

void relib_boundary_enter(relib_boundary *boundary)
{
	boundary->innermost = &innermost;
	boundary->outer = *boundary->innermost;
	boundary->outcome = RELIB_RETURNED;
	*boundary->innermost = boundary;
}

void relib_boundary_leave(relib_boundary *boundary, uint8_t *success)
{
	*boundary->innermost = boundary->outer;
	*success = RELIB_RETURNED;
}

void relib_boundary_landed(relib_boundary *boundary, uint8_t *success)
{
	*boundary->innermost = boundary->outer;
	*success = boundary->outcome;
}

/* The longest prefix of text that does not end inside of a UTF-8 sequence. */
static size_t whole_characters(const char *text, size_t len)
{
	size_t lead = len;
	while (lead > 0 && len - lead < 4) {
		unsigned char byte = (unsigned char)text[--lead];
		if ((byte & 0xc0) != 0x80) {
			size_t needed = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
			return len - lead < needed ? lead : len;
		}
	}
	return len;
}

/* Formats into TEXT_CAPACITY bytes, cuts what is longer. Returns the length without the terminator. */
__attribute__((format(printf, 2, 0))) static size_t write_text(char *text, const char *format, va_list arguments)
{
	int len = vsnprintf(text, TEXT_CAPACITY, format, arguments);
	if (len < 0) { /* an argument cannot be converted */
		len = snprintf(text, TEXT_CAPACITY, "%s", format);
	}
	return len < TEXT_CAPACITY ? (size_t)len : whole_characters(text, TEXT_CAPACITY - 1);
}

void relib_log_text(relib_level level, const char *text, size_t len)
{
	static const char *const names[] = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR"};
	const relib_host *host = attached();
	int error = errno;
	if (host != NULL) {
		host->log(attached_ledger, level, text, len);
	} else {
		fprintf(stderr, "relib: %s %.*s\n", level <= RELIB_ERROR ? names[level] : "", (int)len, text);
	}
	errno = error;
}

void relib_log(relib_level level, const char *format, ...)
{
	char text[TEXT_CAPACITY];
	va_list arguments;
	va_start(arguments, format);
	size_t len = write_text(text, format, arguments);
	va_end(arguments);
	relib_log_text(level, text, len);
}

static bool on_own_thread(void)
{
	return innermost != NULL && innermost->outcome == STARTS_THREAD;
}

bool relib_runs_destructor(void)
{
	return innermost != NULL && innermost->outcome == RUNS_DESTRUCTOR;
}

void relib_report_panic(const char *text, size_t len)
{
	const relib_host *host = attached();
	if (host == NULL || on_own_thread() || relib_runs_destructor()) {
		relib_log_text(RELIB_ERROR, text, len);
	}
	if (host != NULL) {
		host->panicked(attached_ledger, text, len);
	}
}

static __attribute__((noreturn)) void land(uint8_t outcome, const char *text, size_t len)
{
	relib_boundary *boundary = innermost;
	const relib_host *host = attached();
	if (boundary == NULL) {
		relib_log(RELIB_ERROR, "panic outside of an export: %.*s", (int)len, text);
		if (host != NULL) { /* its logger may not get to write any more */
			fprintf(stderr, "relib: panic outside of an export: %.*s\n", (int)len, text);
		}
		abort();
	}
	if (on_own_thread()) {
		relib_log(RELIB_ERROR, "a thread of the module has ended: %.*s", (int)len, text);
	} else if (relib_runs_destructor()) {
		relib_log(RELIB_ERROR, "a destructor was given up: %.*s", (int)len, text);
	} else if (outcome == RELIB_PANICKED) {
		relib_report_panic(text, len);
	}
	boundary->outcome = outcome;
	_longjmp(boundary->jump, 1);
}

void relib_panic(const char *format, ...)
{
	char text[TEXT_CAPACITY];
	va_list arguments;
	va_start(arguments, format);
	size_t len = write_text(text, format, arguments);
	va_end(arguments);
	land(RELIB_PANICKED, text, len);
}

void relib_import_failed(const char *import)
{
	char text[128];
	int len = snprintf(text, sizeof(text), "the import %.100s failed", import);
	land(RELIB_IMPORT_FAILED, text, (size_t)len);
}

void relib_import_unbound(const char *import)
{
	relib_panic("the import %s was called before the host had bound it", import);
}

/* ---- Threads ------------------------------------------------------------------------------- */

/* Threads that constructors have started, less those joined: no host knows them. */
static atomic_int early_threads;

struct thread_start {
	void *(*start)(void *);
	void *argument;
};

/* Runs at pthread_exit and cancellation: the boundary's frame is gone when key destructors run. */
static void forget_boundary(void *boundary)
{
	innermost = ((relib_boundary *)boundary)->outer;
}

static void *run_thread(void *argument)
{
	const struct thread_start thread = *(struct thread_start *)argument;
	void *volatile result = NULL;
	relib_boundary boundary;
	REAL(free)(argument);
	relib_boundary_enter(&boundary);
	boundary.outcome = STARTS_THREAD;
	pthread_cleanup_push(forget_boundary, &boundary);
	if (_setjmp(boundary.jump) == 0) {
		result = thread.start(thread.argument);
	}
	pthread_cleanup_pop(1);
	return result;
}

HOOK int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
	const relib_host *host = attached();
	if (host == NULL) {
		int error = REAL(pthread_create)(thread, attributes, start, argument);
		atomic_fetch_add(&early_threads, error == 0);
		return error;
	}
	struct thread_start *request = REAL(malloc)(sizeof(*request));
	if (request == NULL) {
		return EAGAIN;
	}
	*request = (struct thread_start){start, argument};
	int error = host->thread_create(attached_ledger, thread, attributes, run_thread, request,
									__builtin_return_address(0));
	if (error != 0) {
		REAL(free)(request);
	}
	return error;
}

static int joined_early(int error)
{
	atomic_fetch_sub(&early_threads, error == 0);
	return error;
}

HOOK int pthread_join(pthread_t thread, void **result)
{
	const relib_host *host = attached();
	return host != NULL ? host->thread_join(attached_ledger, thread, result)
						: joined_early(REAL(pthread_join)(thread, result));
}

HOOK int pthread_tryjoin_np(pthread_t thread, void **result)
{
	const relib_host *host = attached();
	return host != NULL ? host->thread_join_until(attached_ledger, thread, result, CLOCK_REALTIME, NULL)
						: joined_early(REAL(pthread_tryjoin_np)(thread, result));
}

HOOK int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline)
{
	const relib_host *host = attached();
	if (host == NULL) {
		return joined_early(REAL(pthread_timedjoin_np)(thread, result, deadline));
	}
	return deadline != NULL ? host->thread_join_until(attached_ledger, thread, result, CLOCK_REALTIME, deadline)
							: host->thread_join(attached_ledger, thread, result);
}

HOOK int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline)
{
	const relib_host *host = attached();
	if (REAL(pthread_clockjoin_np) == NULL) {
		return ENOSYS;
	}
	if (host == NULL) {
		return joined_early(REAL(pthread_clockjoin_np)(thread, result, clock, deadline));
	}
	return deadline != NULL ? host->thread_join_until(attached_ledger, thread, result, clock, deadline)
							: host->thread_join(attached_ledger, thread, result);
}

HOOK int pthread_detach(pthread_t thread)
{
	const relib_host *host = attached();
	return host != NULL ? host->thread_detach(attached_ledger, thread) : REAL(pthread_detach)(thread);
}

static int thread_result(int error)
{
	switch (error) {
	case 0:
		return thrd_success;
	case ENOMEM:
		return thrd_nomem;
	default:
		return thrd_error;
	}
}

struct c11_start {
	thrd_start_t start;
	void *argument;
};

static void *run_c11_thread(void *argument)
{
	const struct c11_start thread = *(struct c11_start *)argument;
	REAL(free)(argument);
	return (void *)(intptr_t)thread.start(thread.argument);
}

HOOK int thrd_create(thrd_t *thread, thrd_start_t start, void *argument)
{
	attached();
	struct c11_start *request = REAL(malloc)(sizeof(*request));
	if (request == NULL) {
		return thrd_nomem;
	}
	*request = (struct c11_start){start, argument};
	int error = pthread_create(thread, NULL, run_c11_thread, request);
	if (error != 0) {
		REAL(free)(request);
	}
	return thread_result(error);
}

HOOK int thrd_join(thrd_t thread, int *result)
{
	void *returned;
	int error = pthread_join(thread, &returned);
	if (error == 0 && result != NULL) {
		*result = (int)(intptr_t)returned;
	}
	return thread_result(error);
}

HOOK int thrd_detach(thrd_t thread)
{
	return thread_result(pthread_detach(thread));
}

/* ---- Thread-locals ------------------------------------------------------------------------- */

/* Keys with a destructor that constructors have created before a host was there. */
static atomic_int early_keys;

HOOK int pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
	const relib_host *host = attached();
	if (host != NULL) {
		return host->key_create(attached_ledger, key, destructor);
	}
	int error = REAL(pthread_key_create)(key, destructor);
	atomic_fetch_add(&early_keys, error == 0 && destructor != NULL);
	return error;
}

HOOK int pthread_key_delete(pthread_key_t key)
{
	const relib_host *host = attached();
	return host != NULL ? host->key_delete(attached_ledger, key) : REAL(pthread_key_delete)(key);
}

HOOK int pthread_setspecific(pthread_key_t key, const void *value)
{
	const relib_host *host = attached();
	return host != NULL ? host->key_set(attached_ledger, key, value) : REAL(pthread_setspecific)(key, value);
}

HOOK int tss_create(tss_t *key, tss_dtor_t destructor)
{
	return thread_result(pthread_key_create(key, destructor));
}

HOOK void tss_delete(tss_t key)
{
	pthread_key_delete(key);
}

HOOK int tss_set(tss_t key, void *value)
{
	return thread_result(pthread_setspecific(key, value));
}

/* What C++ and Rust call for a thread-local with a destructor. libc keeps a library that has called its own. */
HOOK int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library)
{
	const relib_host *host = attached();
	if (host != NULL) {
		return host->thread_at_exit(attached_ledger, destructor, object);
	}
	return REAL(__cxa_thread_atexit_impl) != NULL ? REAL(__cxa_thread_atexit_impl)(destructor, object, library) : -1;
}

/* Returns whether it has returned. */
static bool run_destructor(void (*destructor)(void *), void *object)
{
	relib_boundary boundary;
	volatile bool returned = false;
	relib_boundary_enter(&boundary);
	boundary.outcome = RUNS_DESTRUCTOR;
	if (_setjmp(boundary.jump) == 0) {
		destructor(object);
		returned = true;
	}
	*boundary.innermost = boundary.outer;
	return returned;
}

void relib_module_run_destructor(void (*destructor)(void *), void *object)
{
	run_destructor(destructor, object);
}

int __cxa_thread_atexit(void (*destructor)(void *), void *object, void *library);
HOOK int __cxa_thread_atexit(void (*destructor)(void *), void *object, void *library)
{
	return __cxa_thread_atexit_impl(destructor, object, library);
}

/* ---- The end of the process ---------------------------------------------------------------- */

extern void *__dso_handle;

struct exit_call {
	void (*function)(int status, void *argument);
	void *argument;
};

static void run_exit_call(void *argument)
{
	const struct exit_call call = *(struct exit_call *)argument;
	REAL(free)(argument);
	call.function(EXIT_SUCCESS, call.argument);
}

/* Bound to the library, as what atexit registers: the C library would call it after the library is unmapped. */
HOOK int on_exit(void (*function)(int status, void *argument), void *argument)
{
	attached();
	struct exit_call *call = REAL(malloc)(sizeof(*call));
	if (call == NULL) {
		return -1;
	}
	*call = (struct exit_call){function, argument};
	int error = __cxa_atexit(run_exit_call, call, &__dso_handle);
	if (error != 0) {
		REAL(free)(call);
	}
	return error;
}

/* Takes each one off its list before it calls it: those after one that was given up are left for the next round. */
void relib_module_end_statics(void)
{
	while (!run_destructor(__cxa_finalize, &__dso_handle)) {
	}
}

/* ---- Attaching ----------------------------------------------------------------------------- */

/* A thread, or a key's destructor, that the host does not know would run in unmapped code after an unload. */
static bool stay_mapped(void)
{
	Dl_info self;
	return dladdr(&attached_ledger, &self) != 0
		   && dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE) != NULL;
}

/* Gives back what libstdc++ has in store for exceptions when memory is short. */
void free_emergency_pool(void) __asm__("_ZN9__gnu_cxx9__freeresEv") __attribute__((weak));

/* After all other destructors of the library. A libstdc++ that is shared with others keeps its store. */
__attribute__((destructor(101))) static void close_runtime(void)
{
	Dl_info self;
	Dl_info owner;
	void *address;
	void (*function)(void) = free_emergency_pool;
	memcpy(&address, &function, sizeof(address));
	if (function != NULL && dladdr(&attached_ledger, &self) != 0 && dladdr(address, &owner) != 0
		&& self.dli_fbase == owner.dli_fbase) {
		function();
	}
}

bool relib_module_attach(const relib_host *host, struct relib_ledger *ledger)
{
	if (attached() != NULL) {
		return attached() == host && attached_ledger == ledger; /* it was expected */
	}
	bool stays = (atomic_load(&early_threads) > 0 || atomic_load(&early_keys) > 0) && stay_mapped();
	if (host->abi_version != RELIB_ABI_VERSION || host->struct_size < sizeof(relib_host)) {
		return false;
	}
	attached_ledger = ledger;
	atomic_store_explicit(&attached_host, host, memory_order_release);
	if (stays) {
		relib_log(RELIB_WARN,
				  "a constructor has left a thread or a thread-specific key: the library can never be unmapped");
	}
	return true;
}

/* ---- Values -------------------------------------------------------------------------------- */

const relib_type relib_type_string = RELIB_SEQUENCE_TYPE(relib_string, char, NULL);
const relib_type relib_type_buffer = RELIB_SEQUENCE_TYPE(relib_buffer, uint8_t, NULL);
const relib_type relib_type_i16_array = RELIB_SEQUENCE_TYPE(relib_i16_array, int16_t, NULL);
const relib_type relib_type_i32_array = RELIB_SEQUENCE_TYPE(relib_i32_array, int32_t, NULL);
const relib_type relib_type_i64_array = RELIB_SEQUENCE_TYPE(relib_i64_array, int64_t, NULL);
const relib_type relib_type_f32_array = RELIB_SEQUENCE_TYPE(relib_f32_array, float, NULL);
const relib_type relib_type_f64_array = RELIB_SEQUENCE_TYPE(relib_f64_array, double, NULL);
const relib_type relib_type_string_list = RELIB_SEQUENCE_TYPE(relib_string_list, relib_string, &relib_type_string);

/* Every sequence looks like this. Read and written as bytes, since its real type is another. */
typedef struct sequence {
	char *ptr;
	size_t len;
} sequence;

static sequence sequence_in(const void *value)
{
	sequence read;
	memcpy(&read, value, sizeof(read));
	return read;
}

static const relib_part *end_of(const relib_type *type)
{
	return type->part_count != 0 ? type->parts + type->part_count : type->parts;
}

void relib_value_free(const relib_type *type, void *value)
{
	for (const relib_part *part = type->parts; part != end_of(type); part++) {
		relib_value_free(part->type, (char *)value + part->offset);
	}
	if (type->element_size != 0) {
		sequence given = sequence_in(value);
		/* A null pointer with a length is refused by the host, which gives it back. */
		for (size_t i = 0; type->element != NULL && given.ptr != NULL && i < given.len; i++) {
			relib_value_free(type->element, given.ptr + i * type->element_size);
		}
		free(given.ptr);
		memset(value, 0, sizeof(given));
	}
}

/* Makes all sequences of a value empty, whatever they pointed to. */
static void disown(const relib_type *type, void *value)
{
	for (const relib_part *part = type->parts; part != end_of(type); part++) {
		disown(part->type, (char *)value + part->offset);
	}
	if (type->element_size != 0) {
		memset(value, 0, sizeof(sequence));
	}
}

static bool copy_elements(const relib_type *type, void *to, sequence from);

/* Copies what a value points to into one whose sequences are empty. What was copied so far is in it. */
static bool copy_behind(const relib_type *type, void *to, const void *from)
{
	for (const relib_part *part = type->parts; part != end_of(type); part++) {
		if (!copy_behind(part->type, (char *)to + part->offset, (const char *)from + part->offset)) {
			return false;
		}
	}
	return type->element_size == 0 || copy_elements(type, to, sequence_in(from));
}

/* Returns false, and *to owns nothing, when memory is short. */
static bool copy(const relib_type *type, void *to, const void *from)
{
	memcpy(to, from, type->size);
	disown(type, to);
	bool copied = copy_behind(type, to, from);
	if (!copied) {
		relib_value_free(type, to);
	}
	return copied;
}

static bool copy_elements(const relib_type *type, void *to, sequence from)
{
	if (from.len == 0) {
		return true;
	}
	size_t size = 0;
	if (__builtin_mul_overflow(from.len, type->element_size, &size)) {
		return false;
	}
	/* Elements that are not reached are empty. */
	sequence made = {type->element == NULL ? malloc(size) : calloc(1, size), from.len};
	if (made.ptr == NULL) {
		return false;
	}
	memcpy(to, &made, sizeof(made));
	if (type->element == NULL) {
		memcpy(made.ptr, from.ptr, size);
	}
	for (size_t i = 0; type->element != NULL && i < from.len; i++) {
		if (!copy(type->element, made.ptr + i * type->element_size, from.ptr + i * type->element_size)) {
			return false;
		}
	}
	return true;
}

void relib_value_copy(const relib_type *type, void *to, const void *from)
{
	if (!copy(type, to, from)) {
		relib_panic("no memory for a copy of a %s", type->name);
	}
}

void *relib_value_new(size_t len, size_t element_size)
{
	size_t size = 0;
	if (__builtin_mul_overflow(len, element_size, &size)) {
		relib_panic("no memory for %zu elements of %zu bytes", len, element_size);
	}
	void *zeros = len != 0 ? calloc(1, size) : NULL;
	if (zeros == NULL && len != 0) {
		relib_panic("no memory for %zu bytes", size);
	}
	return zeros;
}

/* Finds an enum in a value that is no constant. */
static const relib_type *unknown(const relib_type *type, const void *value, int32_t *ordinal)
{
	const relib_type *found = NULL;
	for (const relib_part *part = type->parts; found == NULL && part != end_of(type); part++) {
		found = unknown(part->type, (const char *)value + part->offset, ordinal);
	}
	if (type->element != NULL) {
		sequence elements = sequence_in(value);
		for (size_t i = 0; found == NULL && i < elements.len; i++) {
			found = unknown(type->element, elements.ptr + i * type->element_size, ordinal);
		}
	}
	if (type->constants != 0) {
		memcpy(ordinal, value, sizeof(*ordinal));
		found = (uint32_t)*ordinal < type->constants ? NULL : type;
	}
	return found;
}

__attribute__((noreturn, cold)) static void refuse(const relib_type *type, int32_t ordinal)
{
	relib_panic("%d is no constant of %s (0 to %u)", (int)ordinal, type->name, (unsigned)type->constants - 1);
}

void relib_value_check(const relib_type *type, const void *value)
{
	int32_t ordinal = 0;
	const relib_type *found = unknown(type, value, &ordinal);
	if (found != NULL) {
		refuse(found, ordinal);
	}
}

void *relib_value_box(const relib_type *type, void *value)
{
	void *box = malloc(type->size);
	if (box == NULL) {
		relib_value_free(type, value);
		relib_panic("no memory for a result");
	}
	return memcpy(box, value, type->size);
}

void relib_value_unbox(const relib_type *type, void *box)
{
	if (box != NULL) {
		relib_value_free(type, box);
		free(box);
	}
}

void relib_value_take(const relib_type *type, void *to, void *box, void (*give_back)(void *box))
{
	int32_t ordinal = 0;
	const relib_type *found = unknown(type, box, &ordinal);
	bool copied = found == NULL && copy(type, to, box);
	give_back(box);
	if (found != NULL) {
		refuse(found, ordinal);
	}
	if (!copied) {
		relib_panic("no memory for what an import returned");
	}
}

relib_string relib_string_of(const char *text)
{
	if (text == NULL) {
		relib_panic("relib_string_of(NULL)");
	}
	return relib_string_copy((relib_str){text, strlen(text)});
}

relib_string relib_string_copy(relib_str text)
{
	relib_string copied;
	relib_value_copy(&relib_type_string, &copied, &text);
	return copied;
}

void relib_string_free(relib_string *text)
{
	relib_value_free(&relib_type_string, text);
}

relib_buffer relib_buffer_new(size_t len)
{
	return (relib_buffer){relib_value_new(len, 1), len};
}

relib_buffer relib_buffer_of(const void *bytes, size_t len)
{
	if (bytes == NULL && len != 0) {
		relib_panic("relib_buffer_of(NULL, %zu)", len);
	}
	relib_buffer copied;
	relib_value_copy(&relib_type_buffer, &copied, &(relib_bytes){bytes, len});
	return copied;
}

void relib_buffer_free(relib_buffer *buffer)
{
	relib_value_free(&relib_type_buffer, buffer);
}

#define ARRAY(name, number)                                                                            \
	relib_##name##_array relib_##name##_array_of(const number *numbers, size_t len)                    \
	{                                                                                                  \
		if (numbers == NULL && len != 0) {                                                             \
			relib_panic("relib_" #name "_array_of(NULL, %zu)", len);                                   \
		}                                                                                              \
		relib_##name##_array copied;                                                                   \
		relib_value_copy(&relib_type_##name##_array, &copied, &(relib_##name##_slice){numbers, len});  \
		return copied;                                                                                 \
	}                                                                                                  \
	relib_##name##_array relib_##name##_array_new(size_t len)                                          \
	{                                                                                                  \
		return (relib_##name##_array){relib_value_new(len, sizeof(number)), len};                      \
	}                                                                                                  \
	void relib_##name##_array_free(relib_##name##_array *array)                                        \
	{                                                                                                  \
		relib_value_free(&relib_type_##name##_array, array);                                           \
	}
ARRAY(i16, int16_t)
ARRAY(i32, int32_t)
ARRAY(i64, int64_t)
ARRAY(f32, float)
ARRAY(f64, double)

relib_string_list relib_string_list_new(size_t len)
{
	return (relib_string_list){relib_value_new(len, sizeof(relib_string)), len};
}

relib_string_list relib_string_list_copy(relib_string_slice texts)
{
	relib_string_list copied;
	relib_value_copy(&relib_type_string_list, &copied, &texts);
	return copied;
}

void relib_string_list_free(relib_string_list *list)
{
	relib_value_free(&relib_type_string_list, list);
}

#pragma GCC visibility pop

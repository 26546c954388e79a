/*
 * What the parts of the module kit share. amalgamate.sh puts them together into relib_module.c.
 *
 * Everything here may be called from any thread, and owns nothing, unless it says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_KIT_H
#define RELIB_KIT_H

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
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
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

/* The symbol of a hook whose name a header gives to an inline function. */
#ifndef KIT_SYMBOL
#define KIT_SYMBOL(name) #name
#endif

/* Of the C library. */
int __cxa_atexit(void (*function)(void *), void *argument, void *library);
void __cxa_finalize(void *library);

/* The linkage that parts share: static in the amalgamation; hidden where a part is compiled alone, to check it. */
#ifndef KIT_SHARED
#define KIT_SHARED
#define KIT_VARIABLE extern
#endif

/* Whatever flags the module is compiled with: two modules never share one of these symbols. */
#pragma GCC visibility push(hidden)

/* Kept in link-time optimisation, where calls to them may appear late; never inlined into the module. */
#define HOOK __attribute__((used, noinline))

/* An address in the code that called the hook. */
#define ORIGIN __builtin_return_address(0)

extern void *__dso_handle;

#include "undeclared.h"

/* Hooked functions that every supported C library has. */
#define NEEDED_FUNCTIONS(DO)                                                                           \
	DO(malloc) DO(calloc) DO(realloc) DO(free) DO(posix_memalign) DO(aligned_alloc) DO(memalign)       \
	DO(getdelim) DO(vasprintf) DO(wcsdup) DO(realpath) DO(getcwd) DO(get_current_dir_name)             \
	DO(canonicalize_file_name) DO(tempnam) DO(scandir) DO(scandir64) DO(scandirat) DO(scandirat64)     \
	DO(argz_create) DO(argz_create_sep) DO(argz_append) DO(argz_add) DO(argz_add_sep) DO(argz_delete)  \
	DO(argz_insert) DO(argz_replace) DO(envz_add) DO(envz_merge) DO(envz_remove) DO(envz_strip)        \
	DO(putenv)                                                                                         \
	DO(pthread_create) DO(pthread_join) DO(pthread_detach) DO(pthread_tryjoin_np)                      \
	DO(pthread_timedjoin_np) DO(pthread_key_create) DO(pthread_key_delete) DO(pthread_setspecific)     \
	DO(open) DO(open64) DO(openat) DO(openat64) DO(creat) DO(creat64) DO(socket) DO(accept)            \
	DO(accept4) DO(socketpair) DO(pipe) DO(pipe2) DO(dup) DO(dup2) DO(dup3) DO(fcntl)                  \
	DO(epoll_create) DO(epoll_create1) DO(eventfd) DO(timerfd_create) DO(signalfd) DO(inotify_init)    \
	DO(inotify_init1) DO(posix_openpt) DO(mkstemp) DO(mkstemp64) DO(mkostemp) DO(mkostemp64)           \
	DO(mkstemps) DO(mkstemps64) DO(mkostemps) DO(mkostemps64) DO(close)                                \
	DO(fopen) DO(fopen64) DO(fdopen) DO(freopen) DO(freopen64) DO(tmpfile) DO(tmpfile64) DO(fclose)    \
	DO(setvbuf) DO(opendir) DO(fdopendir) DO(closedir)                                                 \
	DO(mmap) DO(mmap64) DO(munmap) DO(mremap)                                                          \
	DO(exit) DO(_exit) DO(_Exit) DO(quick_exit) DO(abort) DO(raise) DO(pause) DO(__assert_fail)        \
	DO(__assert_perror_fail) DO(pthread_exit) DO(pthread_cancel) DO(verr) DO(verrx) DO(error)

/* Hooked functions that an older C library may lack: REAL yields NULL there. */
#define OPTIONAL_FUNCTIONS(DO)                                                                         \
	DO(pthread_clockjoin_np) DO(__cxa_thread_atexit_impl) DO(fcntl64) DO(memfd_create) DO(shm_open)    \
	DO(pidfd_open) DO(close_range) DO(closefrom) DO(__open_2) DO(__open64_2) DO(__openat_2)            \
	DO(__openat64_2)

/* The C library's own function behind a hook. Precondition: attached() was called. */
#define REAL(name) atomic_load_explicit(&real_##name, memory_order_relaxed)

#define DECLARE(name) KIT_VARIABLE _Atomic(__typeof__(&name)) real_##name;
NEEDED_FUNCTIONS(DECLARE)
OPTIONAL_FUNCTIONS(DECLARE)
#undef DECLARE

/* The process that the module was attached in; others are its forks. */
KIT_VARIABLE pid_t attached_process;

/* What attached() returned last; set once, after the ledger that goes with it. librelib_rt has its own. */
#ifndef attached_ledger
KIT_VARIABLE _Atomic(const relib_host *) attached_host;
KIT_VARIABLE struct relib_ledger *attached_ledger;
#endif

/*
 * Finds the real functions, once; the first call is made before constructors of the module run: GCC takes the priority
 * from the first declaration.
 */
__attribute__((constructor(101))) KIT_SHARED void resolve(void);

/* For attached() only: the same for a hook that runs before the real functions are found. */
KIT_SHARED __attribute__((noinline, cold)) const relib_host *attached_late(void);

/*
 * The host's functions, all of which may be called with attached_ledger: what the host lacks is done as the C
 * library does it. NULL without a host. Every hook begins with this. The module owns the table.
 */
#ifndef attached_ledger
static inline const relib_host *attached(void)
{
	const relib_host *host = atomic_load_explicit(&attached_host, memory_order_acquire);
	return host != NULL ? host : attached_late();
}
#else
static inline const relib_host *attached(void);
#endif

/* A copy of the host's table in which no function is missing. The module owns the copy, which is overwritten. */
KIT_SHARED const relib_host *complete(const relib_host *host);

/* Keeps the library in the process for ever. Returns false if that fails. */
KIT_SHARED bool stay_mapped(void);

/*
 * Tells the host of memory (may be NULL) that the module has got. Returns ptr. host may be NULL. Inlined, so
 * that the host sees the hook as its caller, and the hook's caller behind it.
 */
__attribute__((always_inline)) static inline void *track(const relib_host *host, void *ptr, size_t size)
{
	if (host != NULL && ptr != NULL) {
		host->allocated(attached_ledger, ptr, size);
	}
	return ptr;
}

/*
 * Tells the host that memory (may be NULL) is about to be given back: another thread may get it right after.
 * Returns its size, or RELIB_UNTRACKED. host may be NULL.
 */
KIT_SHARED size_t untrack(const relib_host *host, void *ptr);

/* Tells the host of a new descriptor, if fd is none of the errors below 0. Returns fd. host may be NULL. */
KIT_SHARED int opened(const relib_host *host, int fd, const void *origin);

/*
 * Tells the host that a descriptor is about to be closed: another thread may get its number right after.
 * Returns whether a module had opened it. host may be NULL.
 */
KIT_SHARED bool closing(const relib_host *host, int fd);

/* Writes one record to standard error. text is lent. */
KIT_SHARED void log_to_stderr(int level, const char *text, size_t len);

/* Whether a panic of the calling thread is logged, as no export of it is waited for. */
KIT_SHARED bool panics_are_logged(void);

/* Whether a panic of the calling thread ends a call, a destructor or a thread, and not the process. */
KIT_SHARED bool has_boundary(void);

/* Whether the calling thread is in a call or a destructor of the module and was not started by it. */
KIT_SHARED bool on_hosts_thread(void);

/* Whether the module's language has panics of its own, which are told to the host without the kit. */
KIT_SHARED bool has_own_panics(void);

/* As relib_panic, for abort: of a panic that the host knows already, that one stays. Precondition: has_boundary(). */
KIT_SHARED __attribute__((noreturn)) void panic_of_abort(void);

/* Calls a thread's function behind a boundary: if it panics, that is logged, and the result is NULL. */
KIT_SHARED void *run_in_boundary(void *(*start)(void *), void *argument);

/* Calls a destructor behind a boundary of its own. Returns whether it has returned; what fails is logged. */
KIT_SHARED bool run_destructor(void (*destructor)(void *), void *object);

/* How many threads, and how many keys with a destructor, constructors have left that no host knows. */
KIT_VARIABLE atomic_int early_threads;
KIT_VARIABLE atomic_int early_keys;

/* The result of a C11 function for an error of the POSIX function behind it. */
KIT_SHARED int thread_result(int error);

#endif

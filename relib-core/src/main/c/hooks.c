/*
 * The module kit's hooks, once more, for libraries that were not built with the kit: their tables are changed so that
 * they call these. Functions of another name than the C library's, so that this library itself calls the latter.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE
#undef _FORTIFY_SOURCE

#include "hooks.h"

#include "redirect.h"
#include "signals.h"

/* What the kit's parts find in a module: the ledger, and that there is none. */
#define attached_ledger (((const struct redirected *)(const void *)host)->ledger)
#define KIT_SYMBOL(name) "redirected_" #name

#include <dirent.h>
#include <fcntl.h>
#include <malloc.h>
#include <argz.h>
#include <envz.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
#include <signal.h>
#include <wchar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/undeclared.h"

#define MEMORY_HOOKS(DO) \
	DO(malloc) DO(calloc) DO(realloc) DO(free) DO(posix_memalign) DO(aligned_alloc) DO(memalign) \
	DO(reallocarray) DO(valloc) DO(pvalloc) DO(strdup) DO(strndup) DO(wcsdup) DO(vasprintf) DO(asprintf) \
	DO(__vasprintf_chk) DO(__asprintf_chk) DO(realpath) DO(getcwd) DO(get_current_dir_name) \
	DO(canonicalize_file_name) DO(tempnam) DO(scandir) DO(scandir64) DO(scandirat) DO(scandirat64) \
	DO(putenv) DO(argz_create) DO(argz_create_sep) DO(argz_append) DO(argz_add) DO(argz_add_sep) \
	DO(argz_delete) DO(argz_insert) DO(argz_replace) DO(envz_add) DO(envz_merge) DO(envz_remove) \
	DO(envz_strip)
#define THREADS_HOOKS(DO) \
	DO(pthread_create) DO(pthread_join) DO(pthread_tryjoin_np) DO(pthread_timedjoin_np) \
	DO(pthread_clockjoin_np) DO(pthread_detach) DO(thrd_create) DO(thrd_join) DO(thrd_detach)
#define LOCALS_HOOKS(DO) \
	DO(pthread_key_create) DO(pthread_key_delete) DO(pthread_setspecific) DO(tss_create) DO(tss_delete) \
	DO(tss_set) DO(__cxa_thread_atexit_impl) DO(__cxa_thread_atexit)
#define FILES_HOOKS(DO) \
	DO(open) DO(open64) DO(openat) DO(openat64) DO(__open_2) DO(__open64_2) DO(__openat_2) \
	DO(__openat64_2) DO(creat) DO(creat64) DO(mkstemp) DO(mkstemp64) DO(mkostemp) DO(mkostemp64) \
	DO(mkstemps) DO(mkstemps64) DO(mkostemps) DO(mkostemps64) DO(shm_open) DO(memfd_create) \
	DO(posix_openpt) DO(socket) DO(accept) DO(accept4) DO(dup) DO(epoll_create) DO(epoll_create1) \
	DO(eventfd) DO(timerfd_create) DO(inotify_init) DO(inotify_init1) DO(pidfd_open) DO(signalfd) \
	DO(pipe) DO(pipe2) DO(socketpair) DO(dup2) DO(dup3) DO(fcntl) DO(fcntl64) DO(close) DO(close_range) \
	DO(closefrom) DO(fopen) DO(fopen64) DO(fdopen) DO(tmpfile) DO(tmpfile64) DO(opendir) DO(fdopendir) \
	DO(freopen) DO(freopen64) DO(fclose) DO(closedir) DO(setvbuf) DO(setbuffer) DO(setbuf)
#define MAPPINGS_HOOKS(DO) \
	DO(mmap) DO(mmap64) DO(munmap) DO(mremap)

/* By another symbol: getdelim, __getdelim, getline. */
#define HOOKS(DO) MEMORY_HOOKS(DO) THREADS_HOOKS(DO) LOCALS_HOOKS(DO) FILES_HOOKS(DO) MAPPINGS_HOOKS(DO)

#define GIVE_SYMBOL(name) extern __typeof__(name) name __asm__("redirected_" #name);
#pragma GCC visibility push(hidden)
HOOKS(GIVE_SYMBOL)
#pragma GCC visibility pop

#include "callbacks.h"
#include "ends.h"
#include "src/kit.h"

/* Written by the code of trampolines alone. */
_Thread_local const struct redirected *redirected_caller __attribute__((tls_model("initial-exec")));

static inline const relib_host *attached(void)
{
	return (const relib_host *)(const void *)*(const struct redirected *volatile *)&redirected_caller;
}

/* A header says of a value that is only passed on that nobody reads it. */
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include "src/memory.c"
#include "src/libc_memory.c"
#include "src/vectors.c"
#include "src/descriptors.c"
#include "src/streams.c"
#include "src/mappings.c"
#include "src/threads.c"
#include "src/thread_locals.c"

/* A panic of a library without the kit is its own. */
KIT_SHARED void *run_in_boundary(void *(*start)(void *), void *argument)
{
	return start(argument);
}

/* In found_symbols.c. */
void redirected_dlsym(void);
void redirected_dlvsym(void);

/* Only their addresses count here. */
#define DECLARE_ELSEWHERE(name) void redirected_##name(void);
CALLBACK_HOOKS(DECLARE_ELSEWHERE)
ENDS_HOOKS(DECLARE_ELSEWHERE)
THREAD_ENDS_HOOKS(DECLARE_ELSEWHERE)

#define HOOK_ELSEWHERE(name) {#name, (void *)(uintptr_t)redirected_##name, {NULL, NULL}},

#define HOOK_ELSEWHERE_64(name) {#name "64", (void *)(uintptr_t)redirected_##name, {NULL, NULL}},

#define DEFINE(name) KIT_SHARED _Atomic(__typeof__(&name)) real_##name;
NEEDED_FUNCTIONS(DEFINE)
OPTIONAL_FUNCTIONS(DEFINE)

#define RESOLVE(name)                                                                                  \
	{                                                                                                  \
		void *address = dlsym(RTLD_DEFAULT, #name);                                                    \
		__typeof__(&name) function;                                                                    \
		memcpy(&function, &address, sizeof(function));                                                 \
		atomic_store_explicit(&real_##name, function, memory_order_relaxed);                           \
	}

#define HOOK_FOR(name) {#name, (void *)(uintptr_t)name, {NULL, NULL}},

/* In the order of hook_kind. */
static struct hook all[] = {
	HOOKS(HOOK_FOR)
	{"getdelim", (void *)(uintptr_t)hook_getdelim, {NULL, NULL}},
	{"__getdelim", (void *)(uintptr_t)hook_getdelim_inline, {NULL, NULL}},
	{"getline", (void *)(uintptr_t)hook_getline, {NULL, NULL}},
	{"sigaction", (void *)(uintptr_t)redirected_sigaction, {NULL, NULL}},
	{"signal", (void *)(uintptr_t)redirected_signal, {NULL, NULL}},
	{"bsd_signal", (void *)(uintptr_t)redirected_signal, {NULL, NULL}},
	{"ssignal", (void *)(uintptr_t)redirected_signal, {NULL, NULL}},
	{"sysv_signal", (void *)(uintptr_t)redirected_sysv_signal, {NULL, NULL}},
	{"__sysv_signal", (void *)(uintptr_t)redirected_sysv_signal, {NULL, NULL}},
	{"sigignore", (void *)(uintptr_t)redirected_sigignore, {NULL, NULL}},
	HOOK_ELSEWHERE(dlsym)
	HOOK_ELSEWHERE(dlvsym)
	CALLBACK_HOOKS(HOOK_ELSEWHERE)
	CALLBACK_HOOKS_64(HOOK_ELSEWHERE_64)
	ENDS_HOOKS(HOOK_ELSEWHERE)
	THREAD_ENDS_HOOKS(HOOK_ELSEWHERE)
};

const struct hook *const hooks = all;
const size_t hook_count = sizeof(all) / sizeof(*all);

/*
 * Libraries are bound to the process's function, which may be one that was preloaded, or to the C library's, if they
 * were opened with their own symbols first.
 */
__attribute__((constructor)) static void prepare(void)
{
	NEEDED_FUNCTIONS(RESOLVE)
	OPTIONAL_FUNCTIONS(RESOLVE)
	for (size_t i = 0; i < hook_count; i++) {
		all[i].replaces[0] = dlsym(RTLD_DEFAULT, all[i].symbol);
		all[i].replaces[1] = dlsym(RTLD_NEXT, all[i].symbol);
	}
}

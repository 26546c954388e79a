/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "ends.h"

#include "exit_watch.h"
#include "hooks.h"
#include "leave_call.h"
#include "ledger.h"
#include "redirect.h"
#include "signal_chain.h"
#include "upstream_hooks.h"

#include <dlfcn.h>
#include <err.h>
#include <errno.h>
#include <execinfo.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

#include "src/undeclared.h"

#define FRAMES 64
#define NEEDED_STACK (64 * 1024)

/* Who has called a hook. ledger NULL: nobody knows, or a child that was forked, which ends as it wants to. */
struct ender {
	const relib_ledger *ledger;
	struct address_range range;
};

static struct ender own_or_nobody(const relib_ledger *ledger, struct address_range range)
{
	bool known = ledger != NULL && ledger->allocations.process == getpid();
	return known ? (struct ender){ledger, range} : (struct ender){NULL, {0, 0}};
}

static struct ender redirected_ender(const void *unused)
{
	(void)unused;
	const struct redirected *caller = *(const struct redirected *volatile *)&redirected_caller;
	return caller != NULL ? own_or_nobody(caller->ledger, caller->range) : own_or_nobody(NULL, (struct address_range){0, 0});
}

static struct ender upstream_ender(const void *origin)
{
	struct address_range range = {0, 0};
	const relib_ledger *ledger = upstream_hooks_ledger_at(origin, &range);
	return own_or_nobody(ledger, range);
}

/*
 * Java waits for a thread that calls it when it has stopped, was interrupted by a signal, or is on a stack that it does
 * not know.
 */
static bool can_call_java(void)
{
	sigset_t blocked;
	bool calm = pthread_sigmask(SIG_BLOCK, NULL, &blocked) == 0 && sigismember(&blocked, SIGSEGV) == 0;
	uint64_t left = relib_rt_stack_left();
	return calm && left != UINT64_MAX && left >= NEEDED_STACK && !chain_is_running() && !exit_watch_has_begun();
}

/* The outermost function of the library on the stack: its export, where it runs in one. NULL if it has no name. */
static const char *outermost_function(struct address_range range)
{
	void *frames[FRAMES];
	Dl_info found = {.dli_sname = NULL};
	int at = backtrace(frames, FRAMES);
	while (--at >= 0 && ((uintptr_t)frames[at] < range.begin || (uintptr_t)frames[at] >= range.end)) {
	}
	return at >= 0 && dladdr((char *)frames[at] - 1, &found) != 0 ? found.dli_sname : NULL;
}

/* The logger may not get to write any more. */
static void tell(struct ender ender, const char *what)
{
	char text[700];
	int saved_errno = errno;
	const char *function = outermost_function(ender.range);
	int len = snprintf(text, sizeof(text), "the process ends: %.500s was called%s%.100s", what, function != NULL ? " in " : "",
					   function != NULL ? function : "");
	fprintf(stderr, "relib: module '%s': %s\n", ender.ledger->name, text);
	if (can_call_java()) {
		log_put(&ender.ledger->log, RELIB_ERROR, text, (size_t)len);
	}
	errno = saved_errno;
}

__attribute__((format(printf, 2, 3))) static void ends(struct ender ender, const char *format, ...)
{
	char what[512];
	va_list arguments;
	if (ender.ledger != NULL) {
		va_start(arguments, format);
		vsnprintf(what, sizeof(what), format, arguments);
		va_end(arguments);
		tell(ender, what);
	}
}

__attribute__((format(printf, 4, 0))) static void ends_with_text(struct ender ender, const char *name, int status,
																 const char *format, va_list arguments)
{
	char text[400] = "";
	va_list copy;
	va_copy(copy, arguments);
	if (format != NULL) {
		vsnprintf(text, sizeof(text), format, copy);
	}
	va_end(copy);
	ends(ender, "%s(%d, \"%s\")", name, status, text);
}

/* What Java has a handler for ends the process as well, unless the library has put its own in that place. */
static bool is_deadly(const relib_ledger *ledger, int number)
{
	struct sigaction now;
	switch (number) {
	case SIGKILL:
		return true;
	case 0:
	case SIGCHLD:
	case SIGURG:
	case SIGWINCH:
	case SIGCONT:
	case SIGSTOP:
	case SIGTSTP:
	case SIGTTIN:
	case SIGTTOU:
		return false;
	case SIGHUP:
	case SIGINT:
	case SIGTERM:
		return sigaction(number, NULL, &now) == 0 && now.sa_handler != SIG_IGN &&
			   !chain_find(&ledger->signals, number, &now);
	default:
		return sigaction(number, NULL, &now) == 0 && now.sa_handler == SIG_DFL;
	}
}

static void signals(struct ender ender, const char *name, int number)
{
	if (ender.ledger != NULL && is_deadly(ender.ledger, number)) {
		ends(ender, "%s(%d: %s)", name, number, strsignal(number));
	}
}

#define CALLER(prefix) prefix##ender(__builtin_return_address(0))

#define EXITS(prefix, name)                                                                            \
	__attribute__((noreturn)) void prefix##name(int status)                                            \
	{                                                                                                  \
		ends(CALLER(prefix), #name "(%d)", status);                                                    \
		name(status);                                                                                  \
	}

#define FUNCTIONS(prefix)                                                                              \
	EXITS(prefix, exit)                                                                                \
	EXITS(prefix, _exit)                                                                               \
	EXITS(prefix, _Exit)                                                                               \
	EXITS(prefix, quick_exit)                                                                          \
	__attribute__((noreturn)) void prefix##abort(void)                                                 \
	{                                                                                                  \
		ends(CALLER(prefix), "abort()");                                                               \
		abort();                                                                                       \
	}                                                                                                  \
	__attribute__((noreturn)) void prefix##__assert_fail(const char *assertion, const char *file, unsigned line,  \
														 const char *function)                         \
	{                                                                                                  \
		ends(CALLER(prefix), "assert(%s) in %s:%u", assertion, file, line);                            \
		__assert_fail(assertion, file, line, function);                                                \
	}                                                                                                  \
	__attribute__((noreturn)) void prefix##__assert_perror_fail(int number, const char *file, unsigned line,     \
																const char *function)                  \
	{                                                                                                  \
		ends(CALLER(prefix), "assert_perror(%d) in %s:%u", number, file, line);                        \
		__assert_perror_fail(number, file, line, function);                                            \
	}                                                                                                  \
	__attribute__((noreturn, format(printf, 2, 0))) void prefix##verr(int status, const char *format, va_list arguments) \
	{                                                                                                  \
		ends_with_text(CALLER(prefix), "err", status, format, arguments);                              \
		verr(status, format, arguments);                                                               \
	}                                                                                                  \
	__attribute__((noreturn, format(printf, 2, 0))) void prefix##verrx(int status, const char *format, va_list arguments) \
	{                                                                                                  \
		ends_with_text(CALLER(prefix), "errx", status, format, arguments);                             \
		verrx(status, format, arguments);                                                              \
	}                                                                                                  \
	__attribute__((noreturn, format(printf, 2, 3))) void prefix##err(int status, const char *format, ...) \
	{                                                                                                  \
		va_list arguments;                                                                             \
		va_start(arguments, format);                                                                   \
		ends_with_text(CALLER(prefix), "err", status, format, arguments);                              \
		verr(status, format, arguments);                                                               \
	}                                                                                                  \
	__attribute__((noreturn, format(printf, 2, 3))) void prefix##errx(int status, const char *format, ...) \
	{                                                                                                  \
		va_list arguments;                                                                             \
		va_start(arguments, format);                                                                   \
		ends_with_text(CALLER(prefix), "errx", status, format, arguments);                             \
		verrx(status, format, arguments);                                                              \
	}                                                                                                  \
	__attribute__((format(printf, 3, 4))) void prefix##error(int status, int number, const char *format, ...) \
	{                                                                                                  \
		char text[512] = "";                                                                           \
		va_list arguments;                                                                             \
		va_start(arguments, format);                                                                   \
		vsnprintf(text, sizeof(text), format, arguments);                                              \
		va_end(arguments);                                                                             \
		if (status != 0) {                                                                             \
			ends(CALLER(prefix), "error(%d, \"%s\")", status, text);                                   \
		}                                                                                              \
		error(status, number, "%s", text);                                                             \
	}                                                                                                  \
	int prefix##raise(int number)                                                                      \
	{                                                                                                  \
		signals(CALLER(prefix), "raise", number);                                                      \
		return raise(number);                                                                          \
	}                                                                                                  \
	int prefix##kill(pid_t process, int number)                                                        \
	{                                                                                                  \
		if (process == getpid() || process == 0) {                                                     \
			signals(CALLER(prefix), "kill", number);                                                   \
		}                                                                                              \
		return kill(process, number);                                                                  \
	}                                                                                                  \
	int prefix##pthread_kill(pthread_t thread, int number)                                             \
	{                                                                                                  \
		signals(CALLER(prefix), "pthread_kill", number);                                               \
		return pthread_kill(thread, number);                                                           \
	}

FUNCTIONS(redirected_)
FUNCTIONS(upstream_)

/* A thread that ends in a call of Java's leaves the JVM with frames on a stack that is gone: the call ends instead. */
static void leave_call_of_java(struct ender ender, const char *name)
{
	struct registers caller;
	char text[128];
	if (ender.ledger != NULL && can_call_java() && leave_call_find(&caller)) {
		int len = snprintf(text, sizeof(text), "%s was called on a thread of the host", name);
		panics_put(text, (size_t)len);
		if (log_left_call(&ender.ledger->log)) {
			leave_call(&caller);
		}
	}
}

__attribute__((noreturn)) void redirected_pthread_exit(void *result)
{
	leave_call_of_java(CALLER(redirected_), "pthread_exit");
	pthread_exit(result);
}

__attribute__((noreturn)) void redirected_thrd_exit(int result)
{
	leave_call_of_java(CALLER(redirected_), "thrd_exit");
	thrd_exit(result);
}

/*
 * Hooks of functions that end the process or the thread: in an export they are panics, as the process and the thread
 * are the host's. Outside of one, and in a process that the module has forked, they do as the C library does.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

/* A jump out of a handler would leave its signal blocked, and Java finds null pointers by such signals. */
static bool in_signal_handler(void)
{
	sigset_t blocked;
	return pthread_sigmask(SIG_BLOCK, NULL, &blocked) == 0
		   && (sigismember(&blocked, SIGSEGV) == 1 || sigismember(&blocked, SIGBUS) == 1
			   || sigismember(&blocked, SIGFPE) == 1 || sigismember(&blocked, SIGILL) == 1
			   || sigismember(&blocked, SIGTRAP) == 1 || sigismember(&blocked, SIGABRT) == 1);
}

/* Whether a panic of the caller lands, so that the process goes on. */
static bool can_panic(void)
{
	return attached() != NULL && getpid() == attached_process && has_boundary() && !in_signal_handler();
}

static atomic_bool exit_was_left;

#define ENDS_PROCESS(name)                                                                             \
	HOOK __attribute__((noreturn)) void name(int status)                                               \
	{                                                                                                  \
		if (can_panic()) {                                                                             \
			atomic_store(&exit_was_left, true);                                                        \
			relib_panic(#name "(%d) was called", status);                                              \
		}                                                                                              \
		REAL(name)(status);                                                                            \
		__builtin_unreachable();                                                                       \
	}

ENDS_PROCESS(exit)
ENDS_PROCESS(_exit)
ENDS_PROCESS(_Exit)
ENDS_PROCESS(quick_exit)

HOOK __attribute__((noreturn)) void abort(void)
{
	if (can_panic()) {
		panic_of_abort();
	}
	REAL(abort)();
	__builtin_unreachable();
}

/* Rust's std lets one thread exit: if that has come back, the others would pause for ever. */
HOOK int pause(void)
{
	if (has_own_panics() && atomic_load(&exit_was_left) && can_panic()) {
		relib_panic("exit was called, once more in this module");
	}
	return REAL(pause)();
}

HOOK int raise(int signal)
{
	if (signal == SIGABRT && can_panic()) {
		relib_panic("raise(SIGABRT) was called");
	}
	return REAL(raise)(signal);
}

HOOK __attribute__((noreturn)) void __assert_fail(const char *assertion, const char *file, unsigned line,
												  const char *function)
{
	if (can_panic()) {
		relib_panic("assertion '%s' failed (%s:%u, %s)", assertion, file, line, function != NULL ? function : "?");
	}
	REAL(__assert_fail)(assertion, file, line, function);
	__builtin_unreachable();
}

HOOK __attribute__((noreturn)) void __assert_perror_fail(int error, const char *file, unsigned line,
														 const char *function)
{
	if (can_panic()) {
		relib_panic("unexpected error: %s (%s:%u, %s)", strerror(error), file, line, function != NULL ? function : "?");
	}
	REAL(__assert_perror_fail)(error, file, line, function);
	__builtin_unreachable();
}

/* A thread of the module may end itself; one of the host may not. */
HOOK __attribute__((noreturn)) void pthread_exit(void *result)
{
	if (attached() != NULL && on_hosts_thread() && can_panic()) {
		relib_panic("pthread_exit was called on a thread of the host");
	}
	REAL(pthread_exit)(result);
	__builtin_unreachable();
}

HOOK __attribute__((noreturn)) void thrd_exit(int result)
{
	pthread_exit((void *)(intptr_t)result);
}

/* Cancelling is refused for the same reason. */
HOOK int pthread_cancel(pthread_t thread)
{
	if (attached() != NULL && on_hosts_thread() && can_panic() && pthread_equal(thread, pthread_self())) {
		relib_panic("pthread_cancel was called for a thread of the host");
	}
	return REAL(pthread_cancel)(thread);
}

static __attribute__((noreturn, format(printf, 2, 0))) void panic_of(const char *name, const char *format,
																	  va_list arguments, int error)
{
	char text[512] = "";
	if (format != NULL) {
		vsnprintf(text, sizeof(text), format, arguments);
	}
	relib_panic("%s was called: %s%s%s", name, text, error != 0 ? ": " : "", error != 0 ? strerror(error) : "");
}

HOOK __attribute__((noreturn)) void verr(int status, const char *format, va_list arguments)
{
	int error = errno;
	if (can_panic()) {
		panic_of("err", format, arguments, error);
	}
	errno = error;
	REAL(verr)(status, format, arguments);
	__builtin_unreachable();
}

HOOK __attribute__((noreturn)) void verrx(int status, const char *format, va_list arguments)
{
	if (can_panic()) {
		panic_of("errx", format, arguments, 0);
	}
	REAL(verrx)(status, format, arguments);
	__builtin_unreachable();
}

HOOK __attribute__((noreturn)) void err(int status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	verr(status, format, arguments);
}

HOOK __attribute__((noreturn)) void errx(int status, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	verrx(status, format, arguments);
}

/* Its arguments can not be passed on, but their text can. */
HOOK void error(int status, int number, const char *format, ...)
{
	char text[512] = "";
	va_list arguments;
	va_start(arguments, format);
	if (status != 0 && can_panic()) {
		panic_of("error", format, arguments, number);
	}
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	REAL(error)(status, number, "%s", text);
}

/*
 * Hooked functions that the headers of some C libraries do not declare. Needs the headers of kit.h.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UNDECLARED_H
#define RELIB_UNDECLARED_H

int __cxa_thread_atexit_impl(void (*destructor)(void *), void *object, void *library);
int __cxa_thread_atexit(void (*destructor)(void *), void *object, void *library);
int __vasprintf_chk(char **result, int flag, const char *format, va_list arguments);
int __asprintf_chk(char **result, int flag, const char *format, ...);
int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline);
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
int __openat_2(int directory, const char *path, int flags);
int __openat64_2(int directory, const char *path, int flags);
int close_range(unsigned first, unsigned last, int flags);
void closefrom(int first);
int pidfd_open(pid_t process, unsigned flags);
void error(int status, int number, const char *format, ...);
void __assert_fail(const char *assertion, const char *file, unsigned line, const char *function)
	__attribute__((noreturn));
void __assert_perror_fail(int error, const char *file, unsigned line, const char *function)
	__attribute__((noreturn));

#endif

/*
 * Libraries without the kit that end the process: the log says which one did, and how, before the process ends. Their
 * calls are redirected to functions of the names below with a prefix, which find their caller by redirect.h
 * (redirected_) or by upstream_hooks.h (upstream_). Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_ENDS_H
#define RELIB_ENDS_H

#define ENDS_HOOKS(DO) \
	DO(exit) DO(_exit) DO(_Exit) DO(quick_exit) DO(abort) DO(__assert_fail) DO(__assert_perror_fail) DO(err) DO(errx) \
	DO(verr) DO(verrx) DO(error) DO(raise) DO(kill) DO(pthread_kill)

/* Of redirected libraries only: the thread may be one that Java has made the call on. */
#define THREAD_ENDS_HOOKS(DO) DO(pthread_exit) DO(thrd_exit)

#endif

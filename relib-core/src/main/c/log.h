/*
 * Panic texts and log records on their way from a module to the host. Any thread; texts are lent for the call.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LOG_H
#define RELIB_LOG_H

#include "relib_rt.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* The module that a record is of. The name is terminated and belongs to the source's owner. */
struct log_source {
	uint64_t id;
	const char *name;
	_Atomic(relib_log_function) function; /* NULL: that of all modules */
};

/* The length of the longest prefix of at most max bytes that does not end inside of a UTF-8 sequence. */
size_t utf8_prefix(const char *text, size_t len, size_t max);

/* Keeps the text of the calling thread's panic until relib_rt_take_panic. */
void panics_put(const char *text, size_t len);

/* As relib_rt_log_to; source NULL: all modules. */
void log_to(struct log_source *source, relib_log_function function);

/* A level for what is no record: the calling thread leaves the call that Java has made last, whose panic is known. */
#define LEFT_CALL 5

/* Tells the host of it. Returns false if none listens. Precondition: the thread has called nothing else of Java's since. */
bool log_left_call(const struct log_source *source);

/* Passes a record on to the function of relib_rt_log_to, or writes it to standard error. */
void log_put(const struct log_source *source, int level, const char *text, size_t len);

#endif

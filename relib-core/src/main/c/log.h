/*
 * Panic texts and log records on their way from a module to the host. Any thread; texts are lent for the call.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LOG_H
#define RELIB_LOG_H

#include <stddef.h>
#include <stdint.h>

/* The module that a record is of. The name is terminated and belongs to the source's owner. */
struct log_source {
	uint64_t id;
	const char *name;
};

/* The length of the longest prefix of at most max bytes that does not end inside of a UTF-8 sequence. */
size_t utf8_prefix(const char *text, size_t len, size_t max);

/* Keeps the text of the calling thread's panic until relib_rt_take_panic. */
void panics_put(const char *text, size_t len);

/* Passes a record on to the function of relib_rt_log_to, or writes it to standard error. */
void log_put(const struct log_source *source, int level, const char *text, size_t len);

#endif

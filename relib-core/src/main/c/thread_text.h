/*
 * Texts that threads keep for a while. On the heap: thread-locals of this library are few, as all of them are in the
 * small part of each thread's memory that the dynamic linker has set aside. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_THREAD_TEXT_H
#define RELIB_THREAD_TEXT_H

#include <stddef.h>

enum thread_text_kind { LAST_PANIC, UPSTREAM_PANIC, THREAD_TEXT_KINDS };

struct thread_text {
	size_t len;
	char text[2048]; /* UTF-8, not terminated */
};

/* The calling thread's, which the thread owns; NULL if memory is short. With make false also if there is none. */
struct thread_text *thread_text(enum thread_text_kind kind, int make);

/* Appends what fits. text may be NULL. */
void thread_text_add(struct thread_text *text, const char *more, size_t len);

/* Copies the text, at most capacity bytes of it, and empties it. Returns its length; 0 if text is NULL. */
size_t thread_text_take(struct thread_text *text, char *copy, size_t capacity);

#endif

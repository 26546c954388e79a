/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "thread_text.h"

#include "log.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static pthread_key_t keys[THREAD_TEXT_KINDS];
static int works[THREAD_TEXT_KINDS];

__attribute__((constructor)) static void prepare(void)
{
	for (int kind = 0; kind < THREAD_TEXT_KINDS; kind++) {
		works[kind] = pthread_key_create(&keys[kind], free) == 0;
	}
}

struct thread_text *thread_text(enum thread_text_kind kind, int make)
{
	struct thread_text *text = works[kind] ? pthread_getspecific(keys[kind]) : NULL;
	if (text == NULL && make && works[kind] && (text = calloc(1, sizeof(*text))) != NULL
		&& pthread_setspecific(keys[kind], text) != 0) {
		free(text);
		text = NULL;
	}
	return text;
}

void thread_text_add(struct thread_text *text, const char *more, size_t len)
{
	if (text != NULL) {
		size_t fits = utf8_prefix(more, len, sizeof(text->text) - text->len);
		memcpy(text->text + text->len, more, fits);
		text->len += fits;
	}
}

size_t thread_text_take(struct thread_text *text, char *copy, size_t capacity)
{
	if (text == NULL) {
		return 0;
	}
	size_t len = utf8_prefix(text->text, text->len, capacity);
	if (len > 0) {
		memcpy(copy, text->text, len);
	}
	text->len = 0;
	return len;
}

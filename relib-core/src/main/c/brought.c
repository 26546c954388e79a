/* SPDX-License-Identifier: Apache-2.0 */
#include "brought.h"

#include "exit_watch.h"

#include <stdlib.h>

/* Their dynamic sections, in order. */
static uintptr_t *brought;
static size_t brought_count;

static void watch(const struct image *images)
{
	struct address_range *code = calloc(brought_count + 1, sizeof(*code));
	size_t count = 0;
	for (const struct image *image = images; code != NULL && image != NULL; image = image->next) {
		if (count < brought_count && images_has(brought, brought_count, image->dynamic)) {
			code[count++] = image->code;
		}
	}
	exit_watch(code, count);
}

void brought_refresh(const struct image *images, const uintptr_t *before, size_t count)
{
	uintptr_t *now = calloc(images_count(images) + 1, sizeof(*now));
	size_t now_count = 0;
	for (const struct image *image = images; now != NULL && image != NULL; image = image->next) {
		bool arrived = image->reached && !images_has(before, count, image->dynamic);
		if (arrived || images_has(brought, brought_count, image->dynamic)) {
			now[now_count++] = image->dynamic;
		}
	}
	if (now != NULL && images != NULL) {
		images_sort(now, now_count);
		free(brought);
		brought = now;
		brought_count = now_count;
	} else {
		free(now);
	}
	watch(images);
}

void brought_mark_going(struct image *images, const void *handle)
{
	images_mark(images, handle, brought, brought_count);
}

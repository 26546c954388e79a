/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "leaving.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct leaving {
	struct leaving *next;
	uintptr_t dynamic;
	char path[];
};

static struct leaving *note(const struct image *image, struct leaving *next)
{
	size_t size = strlen(image->path) + 1;
	struct leaving *noted = malloc(sizeof(*noted) + size);
	if (noted == NULL) {
		return next;
	}
	noted->next = next;
	noted->dynamic = image->dynamic;
	memcpy(noted->path, image->path, size);
	return noted;
}

struct leaving *leaving_read(const struct image *images, uintptr_t own)
{
	struct leaving *leaving = NULL;
	for (const struct image *image = images; image != NULL; image = image->next) {
		if (image->goes && image->dynamic != own) {
			leaving = note(image, leaving);
		}
	}
	return leaving;
}

static bool is_among(const struct leaving *leaving, const struct image *image)
{
	while (leaving != NULL && (leaving->dynamic != image->dynamic || strcmp(leaving->path, image->path) != 0)) {
		leaving = leaving->next;
	}
	return leaving != NULL;
}

/* Whether a library needs it that was not to go: somebody has come to need it meanwhile, and owns it now. */
static bool is_needed(const struct leaving *leaving, const struct image *images, const struct image *needed)
{
	const struct image *image = images;
	while (image != NULL && (is_among(leaving, image) || !images_needs(image, needed))) {
		image = image->next;
	}
	return image != NULL;
}

static void describe(const struct image *image, relib_remaining *found)
{
	snprintf(found->path, sizeof(found->path), "%s", image->path);
	if (!reference_into(image->mapped, &found->reference)) {
		found->reference = (relib_reference){{0}, {0}};
	}
}

size_t leaving_remaining(const struct leaving *leaving, const struct image *images, relib_remaining *found, size_t capacity)
{
	size_t count = 0;
	for (const struct image *image = images; leaving != NULL && image != NULL; image = image->next) {
		if (is_among(leaving, image) && !is_needed(leaving, images, image)) {
			if (count < capacity) {
				describe(image, &found[count]);
			}
			count++;
		}
	}
	return count;
}

void leaving_free(struct leaving *leaving)
{
	while (leaving != NULL) {
		struct leaving *next = leaving->next;
		free(leaving);
		leaving = next;
	}
}

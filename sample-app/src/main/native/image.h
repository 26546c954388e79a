/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shared by all filters: a checked image, and progress reports by line.
 *
 * relib_panic does not return; progress_report does not return if the host's implementation throws. The
 * host frees the memory that a filter has leaked by that when it unloads the module.
 */
#ifndef IMAGE_H
#define IMAGE_H

#include <inttypes.h>

#include "image_filter.h"
#include "progress.h"

/* Four bytes per pixel: red, green, blue and alpha, not premultiplied. */
enum { CHANNELS = 4, ALPHA = 3 };

typedef struct image {
	const uint8_t *rgba;
	size_t width;
	size_t height;
} image;

/* Panics unless the number of bytes matches width and height. */
static inline image image_of(relib_bytes rgba, int32_t width, int32_t height)
{
	/* Does not overflow: the largest product, of 2^31 - 1, 2^31 - 1 and 4, is below 2^64. */
	if (width < 1 || height < 1 || rgba.len != (uint64_t)width * (uint64_t)height * CHANNELS) {
		relib_panic("%zu bytes are not an image of %" PRId32 " x %" PRId32 " pixels", rgba.len, width, height);
	}
	return (image){ rgba.ptr, (size_t)width, (size_t)height };
}

/* Clamps an index to the range from 0 to count - 1. */
static inline size_t clamp_index(ptrdiff_t index, size_t count)
{
	if (index < 0) {
		return 0;
	}
	return (size_t)index < count ? (size_t)index : count - 1;
}

/* Reports each percent once. */
static inline void report_line(size_t line, size_t lines)
{
	int32_t before = (int32_t)((uint64_t)line * 100 / lines);
	int32_t now = (int32_t)(((uint64_t)line + 1) * 100 / lines);
	if (now != before) {
		progress_report(now);
	}
}

#endif

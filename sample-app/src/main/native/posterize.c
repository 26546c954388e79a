/* SPDX-License-Identifier: Apache-2.0 */
/* Reduces each colour to four levels. The shortest filter: copy it to write your own. */
#include "image.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)

#define LEVELS 4

relib_string image_filter_name(void)
{
	return relib_string_of("Posterize");
}

relib_buffer image_filter_apply(relib_bytes rgba, int32_t width, int32_t height)
{
	image source = image_of(rgba, width, height);
	relib_buffer result = relib_buffer_of(rgba.ptr, rgba.len);
	for (size_t y = 0; y < source.height; y++) {
		uint8_t *line = result.ptr + y * source.width * CHANNELS;
		for (size_t i = 0; i < source.width * CHANNELS; i++) {
			if (i % CHANNELS != ALPHA) {
				line[i] = (uint8_t)(line[i] * LEVELS / 256 * 255 / (LEVELS - 1));
			}
		}
		report_line(y, source.height);
	}
	return result;
}

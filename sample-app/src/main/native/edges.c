/* SPDX-License-Identifier: Apache-2.0 */
/* Edge detector: the Sobel operator on luminance, bright lines on black. */
#include "image.h"

#include <math.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)

relib_string image_filter_name(void)
{
	return relib_string_of("Edge detector");
}

/* The luminance after Rec. 709 of the pixel nearest to (x, y), from 0 to 255. */
static int luminance(image source, ptrdiff_t x, ptrdiff_t y)
{
	size_t index = clamp_index(y, source.height) * source.width + clamp_index(x, source.width);
	const uint8_t *pixel = source.rgba + index * CHANNELS;
	return (54 * pixel[0] + 183 * pixel[1] + 19 * pixel[2] + 128) / 256;
}

/* The magnitude of the luminance gradient at (x, y), from 0 to 255. */
static uint8_t steepness(image source, ptrdiff_t x, ptrdiff_t y)
{
	int north_west = luminance(source, x - 1, y - 1);
	int north_east = luminance(source, x + 1, y - 1);
	int south_west = luminance(source, x - 1, y + 1);
	int south_east = luminance(source, x + 1, y + 1);
	int across = north_east + 2 * luminance(source, x + 1, y) + south_east - north_west
				 - 2 * luminance(source, x - 1, y) - south_west;
	int down = south_west + 2 * luminance(source, x, y + 1) + south_east - north_west
			   - 2 * luminance(source, x, y - 1) - north_east;
	double length = sqrt((double)(across * across + down * down));
	return length < 255 ? (uint8_t)lround(length) : 255;
}

relib_buffer image_filter_apply(relib_bytes rgba, int32_t width, int32_t height)
{
	image source = image_of(rgba, width, height);
	relib_buffer result = relib_buffer_new(rgba.len);
	for (size_t y = 0; y < source.height; y++) {
		for (size_t x = 0; x < source.width; x++) {
			size_t at = (y * source.width + x) * CHANNELS;
			uint8_t grey = steepness(source, (ptrdiff_t)x, (ptrdiff_t)y);
			result.ptr[at] = result.ptr[at + 1] = result.ptr[at + 2] = grey;
			result.ptr[at + ALPHA] = rgba.ptr[at + ALPHA];
		}
		report_line(y, source.height);
	}
	return result;
}

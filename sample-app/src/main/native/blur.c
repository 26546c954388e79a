/* SPDX-License-Identifier: Apache-2.0 */
/* Gaussian blur, first vertical, then horizontal. Pixels beyond an edge equal those at the edge. */
#include "image.h"

#include <math.h>
#include <stdlib.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)

#define SIGMA 4.0
#define RADIUS 12 /* three sigma: all pixels farther out have less than 1/255 of the weight */
#define TAPS (2 * RADIUS + 1)

relib_string image_filter_name(void)
{
	return relib_string_of("Gaussian blur");
}

/* Computes the weights, which add up to 1. */
static void fill_kernel(float kernel[TAPS])
{
	double sum = 0;
	for (int i = -RADIUS; i <= RADIUS; i++) {
		sum += exp(-i * i / (2 * SIGMA * SIGMA));
	}
	for (int i = -RADIUS; i <= RADIUS; i++) {
		kernel[i + RADIUS] = (float)(exp(-i * i / (2 * SIGMA * SIGMA)) / sum);
	}
}

/* Blurs line y vertically into one line of premultiplied colours. */
static void blur_down(image source, size_t y, const float kernel[TAPS], float *line)
{
	for (size_t i = 0; i < source.width * CHANNELS; i++) {
		line[i] = 0;
	}
	for (int tap = 0; tap < TAPS; tap++) {
		size_t row = clamp_index((ptrdiff_t)y + tap - RADIUS, source.height);
		const uint8_t *pixel = source.rgba + row * source.width * CHANNELS;
		for (size_t i = 0; i < source.width * CHANNELS; i += CHANNELS) {
			float weight = kernel[tap] * (float)pixel[i + ALPHA];
			line[i] += weight * (float)pixel[i];
			line[i + 1] += weight * (float)pixel[i + 1];
			line[i + 2] += weight * (float)pixel[i + 2];
			line[i + ALPHA] += weight;
		}
	}
}

/* Blurs column x of a line horizontally into one pixel, and divides its colours by its alpha. */
static void blur_across(const float *line, size_t width, size_t x, const float kernel[TAPS], uint8_t *pixel)
{
	float sum[CHANNELS] = { 0 };
	for (int tap = 0; tap < TAPS; tap++) {
		size_t column = clamp_index((ptrdiff_t)x + tap - RADIUS, width);
		for (size_t channel = 0; channel < CHANNELS; channel++) {
			sum[channel] += kernel[tap] * line[column * CHANNELS + channel];
		}
	}
	for (size_t channel = 0; channel < ALPHA; channel++) {
		pixel[channel] = sum[ALPHA] > 0 ? (uint8_t)fminf(255, roundf(sum[channel] / sum[ALPHA])) : 0;
	}
	pixel[ALPHA] = (uint8_t)fminf(255, roundf(sum[ALPHA]));
}

relib_buffer image_filter_apply(relib_bytes rgba, int32_t width, int32_t height)
{
	image source = image_of(rgba, width, height);
	float kernel[TAPS];
	fill_kernel(kernel);
	float *line = calloc(source.width, CHANNELS * sizeof(float));
	if (line == NULL) {
		relib_panic("no memory for a line of %zu pixels", source.width);
	}
	relib_buffer result = relib_buffer_new(rgba.len);
	for (size_t y = 0; y < source.height; y++) {
		blur_down(source, y, kernel, line);
		for (size_t x = 0; x < source.width; x++) {
			blur_across(line, source.width, x, kernel, result.ptr + (y * source.width + x) * CHANNELS);
		}
		report_line(y, source.height);
	}
	free(line);
	return result;
}

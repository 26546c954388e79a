/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

size_t WebPEncodeRGB(const uint8_t *, int, int, int, float, uint8_t **);
uint8_t *WebPDecodeRGB(const uint8_t *, size_t, int *, int *);
void WebPFree(void *);

static const uint8_t picture[64 * 64 * 3];

int use(void)
{
	uint8_t *small;
	int width;
	int height;
	size_t size = WebPEncodeRGB(picture, 64, 64, 64 * 3, 50, &small);
	CHECK(size != 0);
	uint8_t *large = WebPDecodeRGB(small, size, &width, &height);
	CHECK(large != NULL && width == 64 && height == 64);
	WebPFree(large);
	WebPFree(small);
	return 0;
}

int leave(void)
{
	uint8_t *small;
	CHECK(WebPEncodeRGB(picture, 64, 64, 64 * 3, 50, &small) != 0);
	return 0;
}

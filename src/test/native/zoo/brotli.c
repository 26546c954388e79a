/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int BrotliEncoderCompress(int, int, int, size_t, const uint8_t *, size_t *, uint8_t *);
void *BrotliEncoderCreateInstance(void *, void *, void *);

int use(void)
{
	static const uint8_t text[1000];
	uint8_t small[1100];
	size_t size = sizeof small;
	CHECK(BrotliEncoderCompress(5, 22, 0, sizeof text, text, &size, small) == 1);
	CHECK(size < 100);
	return 0;
}

int leave(void)
{
	CHECK(BrotliEncoderCreateInstance(NULL, NULL, NULL) != NULL);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int lzma_easy_buffer_encode(uint32_t, int, const void *, const uint8_t *, size_t, uint8_t *, size_t *, size_t);
void *lzma_index_init(const void *);

int use(void)
{
	uint8_t text[1000] = { 0 };
	uint8_t small[1000];
	size_t size = 0;
	CHECK(lzma_easy_buffer_encode(1, 4, NULL, text, sizeof text, small, &size, sizeof small) == 0);
	CHECK(size < 200);
	return 0;
}

int leave(void)
{
	CHECK(lzma_index_init(NULL) != NULL);
	return 0;
}

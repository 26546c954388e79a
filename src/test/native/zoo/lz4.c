/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int LZ4_compress_default(const char *, char *, int, int);
void *LZ4_createStream(void);

int use(void)
{
	static const char text[1000];
	char small[1100];
	int size = LZ4_compress_default(text, small, sizeof text, sizeof small);
	CHECK(size > 0 && size < 100);
	return 0;
}

int leave(void)
{
	CHECK(LZ4_createStream() != NULL);
	return 0;
}

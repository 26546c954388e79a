/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *ZSTD_createCCtx(void);
size_t ZSTD_CCtx_setParameter(void *, int, int);
size_t ZSTD_compress2(void *, void *, size_t, const void *, size_t);
size_t ZSTD_freeCCtx(void *);
unsigned ZSTD_isError(size_t);

enum { WORKERS = 400, SIZE = 1 << 20 };

static void *compress(void)
{
	char *text = calloc(2, SIZE);
	void *context = ZSTD_createCCtx();
	if (text == NULL || context == NULL || ZSTD_isError(ZSTD_CCtx_setParameter(context, WORKERS, 2))) {
		return NULL;
	}
	size_t size = ZSTD_compress2(context, text + SIZE, SIZE, text, SIZE);
	free(text);
	return (ZSTD_isError(size) || size > 1000) ? NULL : context;
}

int use(void)
{
	void *context = compress();
	CHECK(context != NULL);
	ZSTD_freeCCtx(context);
	return 0;
}

/* A context whose workers wait. */
int leave(void)
{
	CHECK(compress() != NULL);
	return 0;
}

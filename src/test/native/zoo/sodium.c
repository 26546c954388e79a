/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int sodium_init(void);
void randombytes_buf(void *, size_t);
void *sodium_malloc(size_t);
void sodium_free(void *);

int use(void)
{
	CHECK(sodium_init() >= 0);
	void *secret = sodium_malloc(100);
	CHECK(secret != NULL);
	randombytes_buf(secret, 100);
	sodium_free(secret);
	return 0;
}

/* Locked memory between guard pages. */
int leave(void)
{
	CHECK(sodium_malloc(100) != NULL);
	return 0;
}

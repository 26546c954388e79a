/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int mbedtls_sha256_ret(const unsigned char *, size_t, unsigned char *, int);
void mbedtls_ssl_config_init(void *);
int mbedtls_ssl_config_defaults(void *, int, int, int);

int use(void)
{
	unsigned char sum[32];
	CHECK(mbedtls_sha256_ret((const unsigned char *) "abc", 3, sum, 0) == 0);
	CHECK(sum[0] == 0xba);
	return 0;
}

int leave(void)
{
	void *config = calloc(1, 4096);
	CHECK(config != NULL);
	mbedtls_ssl_config_init(config);
	CHECK(mbedtls_ssl_config_defaults(config, 0, 0, 0) == 0);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

const void *TLS_client_method(void);
void *SSL_CTX_new(const void *);
void SSL_CTX_free(void *);
void *SSL_new(void *);
int RAND_bytes(unsigned char *, int);
unsigned long ERR_get_error(void);
int SSL_CTX_load_verify_locations(void *, const char *, const char *);

int use(void)
{
	void *context = SSL_CTX_new(TLS_client_method());
	unsigned char bytes[16];
	CHECK(context != NULL);
	CHECK(RAND_bytes(bytes, sizeof bytes) == 1);
	/* Errors are thread-locals with destructors. */
	CHECK(SSL_CTX_load_verify_locations(context, "/nowhere", NULL) == 0);
	SSL_CTX_free(context);
	return 0;
}

int leave(void)
{
	void *context = SSL_CTX_new(TLS_client_method());
	CHECK(context != NULL && SSL_new(context) != NULL);
	CHECK(SSL_CTX_load_verify_locations(context, "/nowhere", NULL) == 0);
	return 0;
}

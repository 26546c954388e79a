/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int gnutls_global_init(void);
void gnutls_global_deinit(void);
int gnutls_init(void **, unsigned);
void gnutls_deinit(void *);
int gnutls_rnd(int, void *, size_t);

int use(void)
{
	void *session;
	char bytes[16];
	CHECK(gnutls_global_init() == 0);
	CHECK(gnutls_init(&session, 2) == 0);
	CHECK(gnutls_rnd(0, bytes, sizeof bytes) == 0);
	gnutls_deinit(session);
	gnutls_global_deinit();
	return 0;
}

int leave(void)
{
	void *session;
	CHECK(gnutls_global_init() == 0);
	CHECK(gnutls_init(&session, 2) == 0);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int ares_library_init(int);
int ares_init(void **);
void ares_destroy(void *);
void ares_gethostbyname(void *, const char *, int, void (*)(void *, int, int, void *), void *);

static void done(void *argument, int status, int timeouts, void *host)
{
	(void) argument;
	(void) status;
	(void) timeouts;
	(void) host;
}

int use(void)
{
	void *channel;
	CHECK(ares_library_init(1) == 0);
	CHECK(ares_init(&channel) == 0);
	ares_destroy(channel);
	return 0;
}

/* A question that nobody waits for. */
int leave(void)
{
	void *channel;
	CHECK(ares_init(&channel) == 0);
	ares_gethostbyname(channel, "zoo.invalid", 2, done, NULL);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *event_base_new(void);
void event_base_free(void *);
int event_base_loop(void *, int);
int event_base_loopexit(void *, const void *);

int use(void)
{
	void *base = event_base_new();
	long time[2] = { 0, 1000 };
	CHECK(base != NULL);
	CHECK(event_base_loopexit(base, time) == 0);
	CHECK(event_base_loop(base, 0) >= 0);
	event_base_free(base);
	return 0;
}

/* Descriptors of epoll and of wakers. */
int leave(void)
{
	CHECK(event_base_new() != NULL);
	return 0;
}

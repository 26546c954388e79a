/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *ev_loop_new(unsigned);
void ev_loop_destroy(void *);
int ev_run(void *, int);
void *ev_default_loop(unsigned);
double ev_now(void *);

int use(void)
{
	void *loop = ev_loop_new(0);
	CHECK(loop != NULL);
	ev_run(loop, 1);
	CHECK(ev_now(loop) > 0);
	ev_loop_destroy(loop);
	return 0;
}

/* The default loop takes SIGCHLD. */
int leave(void)
{
	void *loop = ev_default_loop(0);
	CHECK(loop != NULL);
	ev_run(loop, 1);
	return 0;
}

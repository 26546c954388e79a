/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *pa_threaded_mainloop_new(void);
int pa_threaded_mainloop_start(void *);
void pa_threaded_mainloop_stop(void *);
void pa_threaded_mainloop_free(void *);

int use(void)
{
	void *loop = pa_threaded_mainloop_new();
	CHECK(loop != NULL);
	CHECK(pa_threaded_mainloop_start(loop) == 0);
	pa_threaded_mainloop_stop(loop);
	pa_threaded_mainloop_free(loop);
	return 0;
}

/* A thread that waits for a server. */
int leave(void)
{
	void *loop = pa_threaded_mainloop_new();
	CHECK(pa_threaded_mainloop_start(loop) == 0);
	return 0;
}

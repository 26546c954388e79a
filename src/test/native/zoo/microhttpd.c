/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *MHD_start_daemon(unsigned, uint16_t, void *, void *, void *, void *, ...);
void MHD_stop_daemon(void *);

enum { INTERNAL_THREAD = 8, END = 0 };

static int answer(void)
{
	return 0;
}

int use(void)
{
	void *daemon = MHD_start_daemon(INTERNAL_THREAD, 0, NULL, NULL, (void *) answer, NULL, END);
	CHECK(daemon != NULL);
	MHD_stop_daemon(daemon);
	return 0;
}

/* A server. */
int leave(void)
{
	CHECK(MHD_start_daemon(INTERNAL_THREAD, 0, NULL, NULL, (void *) answer, NULL, END) != NULL);
	return 0;
}

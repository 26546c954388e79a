/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *zmq_ctx_new(void);
int zmq_ctx_term(void *);
void *zmq_socket(void *, int);
int zmq_close(void *);
int zmq_bind(void *, const char *);

int use(void)
{
	void *context = zmq_ctx_new();
	CHECK(context != NULL);
	void *socket = zmq_socket(context, 0);
	CHECK(socket != NULL);
	CHECK(zmq_bind(socket, "inproc://zoo") == 0);
	CHECK(zmq_close(socket) == 0);
	CHECK(zmq_ctx_term(context) == 0);
	return 0;
}

/* A reaper and a thread that waits for packets. */
int leave(void)
{
	void *context = zmq_ctx_new();
	CHECK(zmq_bind(zmq_socket(context, 0), "inproc://zoo") == 0);
	return 0;
}

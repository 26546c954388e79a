/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

size_t uv_loop_size(void);
size_t uv_req_size(int);
int uv_loop_init(void *);
int uv_loop_close(void *);
int uv_queue_work(void *, void *, void (*)(void *), void (*)(void *, int));
int uv_run(void *, int);

enum { WORK = 7 };

static void work(void *request)
{
	(void) request;
}

static void done(void *request, int status)
{
	(void) status;
	free(request);
}

static void *loop(void)
{
	void *loop = malloc(uv_loop_size());
	if (loop == NULL || uv_loop_init(loop) != 0 || uv_queue_work(loop, malloc(uv_req_size(WORK)), work, done) != 0
			|| uv_run(loop, 0) != 0) {
		return NULL;
	}
	return loop;
}

/* The threads of its pool stay. */
int use(void)
{
	void *finished = loop();
	CHECK(finished != NULL);
	CHECK(uv_loop_close(finished) == 0);
	free(finished);
	return 0;
}

int leave(void)
{
	CHECK(loop() != NULL);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>

#include "zoo.h"

void *scm_with_guile(void *(*)(void *), void *);
void *scm_c_eval_string(const char *);

static void *evaluate(void *script)
{
	return scm_c_eval_string(script);
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialize(void)
{
	scm_with_guile(evaluate, "1");
}

int use(void)
{
	pthread_once(&once, initialize);
	/* A small integer: 42 shifted by two, and the tag. */
	CHECK(scm_with_guile(evaluate, "(apply + (iota 4 9))") == (void *) (42 * 4 + 2));
	return 0;
}

int leave(void)
{
	CHECK(scm_with_guile(evaluate, "(begin (define l (make-string 10000)) (gc) 1)") == (void *) (1 * 4 + 2));
	return 0;
}

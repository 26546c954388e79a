/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

#include <stdatomic.h>

void GOMP_parallel(void (*)(void *), void *, unsigned, unsigned);

static void count(void *data)
{
	atomic_fetch_add((atomic_int *) data, 1);
}

/*
 * What a worker begins with lies on the stack of who has started it, and names count. For as long as nothing is put in
 * its place the worker is taken for one that was made for this module.
 */
static void __attribute__((noinline)) use_stack(void)
{
	volatile char other[16384];
	for (size_t i = 0; i < sizeof other; i++) {
		other[i] = 1;
	}
}

/* Each thread that comes here gets a team of its own, whose threads stay and wait for more. */
int use(void)
{
	atomic_int members = 0;
	GOMP_parallel(count, &members, 3, 0);
	use_stack();
	CHECK(atomic_load(&members) == 3);
	return 0;
}

int leave(void)
{
	return use();
}

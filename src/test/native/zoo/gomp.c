/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

#include <stdatomic.h>

void GOMP_parallel(void (*)(void *), void *, unsigned, unsigned);

static void count(void *data)
{
	atomic_fetch_add((atomic_int *) data, 1);
}

/* Each thread that comes here gets a team of its own, whose threads stay and wait for more. */
int use(void)
{
	atomic_int members = 0;
	GOMP_parallel(count, &members, 3, 0);
	CHECK(atomic_load(&members) == 3);
	return 0;
}

int leave(void)
{
	return use();
}

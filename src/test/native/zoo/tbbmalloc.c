/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *scalable_malloc(size_t);
void scalable_free(void *);

int use(void)
{
	for (size_t size = 1; size < 100000; size *= 3) {
		void *memory = scalable_malloc(size);
		CHECK(memory != NULL);
		scalable_free(memory);
	}
	return 0;
}

int leave(void)
{
	CHECK(scalable_malloc(1 << 20) != NULL);
	return 0;
}

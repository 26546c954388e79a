/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int mallctl(const char *, void *, size_t *, void *, size_t);
void *mallocx(size_t, int);
void dallocx(void *, int);

int use(void)
{
	void *memory = mallocx(100, 0);
	CHECK(memory != NULL);
	dallocx(memory, 0);
	return 0;
}

/* Its background threads. */
int leave(void)
{
	char yes = 1;
	CHECK(mallctl("background_thread", NULL, NULL, &yes, sizeof yes) == 0);
	CHECK(mallocx(1 << 20, 0) != NULL);
	return 0;
}

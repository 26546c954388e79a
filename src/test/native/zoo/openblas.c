/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void cblas_dgemm(int, int, int, int, int, int, double, const double *, int, const double *, int, double, double *, int);

enum { SIZE = 200 };

/* Its workers start when it is loaded. */
int use(void)
{
	double *a = malloc(3 * SIZE * SIZE * sizeof *a);
	CHECK(a != NULL);
	for (int i = 0; i < 3 * SIZE * SIZE; i++) {
		a[i] = 1;
	}
	cblas_dgemm(101, 111, 111, SIZE, SIZE, SIZE, 1, a, SIZE, a + SIZE * SIZE, SIZE, 0, a + 2 * SIZE * SIZE, SIZE);
	double first = a[2 * SIZE * SIZE];
	free(a);
	CHECK(first == SIZE);
	return 0;
}

int leave(void)
{
	return malloc(1000) == NULL;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>

#include "zoo.h"

int fftw_init_threads(void);
void fftw_plan_with_nthreads(int);
void *fftw_plan_dft_1d(int, void *, void *, int, unsigned);
void fftw_execute(void *);
void fftw_destroy_plan(void *);
void fftw_make_planner_thread_safe(void);
void *fftw_malloc(size_t);
void fftw_free(void *);

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void initialize(void)
{
	if (fftw_init_threads() != 0) {
		fftw_make_planner_thread_safe();
	}
}

int use(void)
{
	pthread_once(&once, initialize);
	double *values = fftw_malloc(1024 * 2 * sizeof *values);
	CHECK(values != NULL);
	memset(values, 0, 1024 * 2 * sizeof *values);
	void *plan = fftw_plan_dft_1d(1024, values, values, -1, 64);
	CHECK(plan != NULL);
	fftw_execute(plan);
	fftw_destroy_plan(plan);
	fftw_free(values);
	return 0;
}

int leave(void)
{
	double *values = fftw_malloc(1024 * 2 * sizeof *values);
	fftw_plan_with_nthreads(2);
	void *plan = fftw_plan_dft_1d(1024, values, values, -1, 64);
	CHECK(plan != NULL);
	fftw_execute(plan);
	return 0;
}

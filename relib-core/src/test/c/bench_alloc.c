/*
 * What tracking costs: nanoseconds for a malloc+free pair inside a module, raw and tracked; and how long
 * freeing leaks takes.
 *
 *     bench_alloc.sh [build-dir]
 *
 * This file is the module (with BENCH_MODULE defined; raw without the kit) and the program.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_module.h"
#include "relib_rt.h"

#include <stdio.h>
#include <stdlib.h>

#ifdef BENCH_MODULE

#ifndef BENCH_RAW
RELIB_MODULE("1.0.0", "")
#endif

/* Pairs of malloc and free of 16 to 271 bytes. With `live` other blocks, each pair replaces a random one. */
RELIB_VISIBLE void churn(long pairs, size_t live);
void churn(long pairs, size_t live)
{
	unsigned random = 1;
	size_t count = live == 0 ? 1 : live;
	void *volatile *blocks = calloc(count, sizeof(*blocks));
	for (size_t i = 0; i < count; i++) {
		blocks[i] = malloc(16 + i % 256);
	}
	for (long i = 0; i < pairs; i++) {
		random = random * 1664525u + 1013904223u;
		size_t place = live == 0 ? 0 : (random >> 8) % count;
		free(blocks[place]);
		blocks[place] = malloc(16 + (random >> 24));
	}
	for (size_t i = 0; i < count; i++) {
		free(blocks[i]);
	}
	free((void *)blocks);
}

RELIB_VISIBLE void leak(long count);
void leak(long count)
{
	for (long i = 0; i < count; i++) {
		void *volatile block = malloc(16 + (size_t)i % 256);
		(void)block;
	}
}

#else

#include <dlfcn.h>
#include <pthread.h>
#include <time.h>

#define ROUNDS 150

struct job {
	void (*churn)(long pairs, size_t live);
	long pairs;
	size_t live;
	pthread_barrier_t *barrier;
};

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void *run(void *argument)
{
	const struct job *job = argument;
	pthread_barrier_wait(job->barrier);
	job->churn(job->pairs, job->live);
	return NULL;
}

static double measure_once(void (*churn)(long, size_t), int threads, size_t live)
{
	pthread_t ids[2];
	pthread_barrier_t barrier;
	struct job job = {churn, 200000, live, &barrier};
	pthread_barrier_init(&barrier, NULL, (unsigned)threads + 1);
	for (int i = 0; i < threads; i++) {
		pthread_create(&ids[i], NULL, run, &job);
	}
	double begin = now();
	pthread_barrier_wait(&barrier);
	for (int i = 0; i < threads; i++) {
		pthread_join(ids[i], NULL);
	}
	double ns = (now() - begin) / (double)job.pairs;
	pthread_barrier_destroy(&barrier);
	return ns;
}

/* The best of some rounds, taken in turns: what is slower was disturbed. */
static void measure(void (*const churns[2])(long, size_t), int threads, size_t live, double best[2])
{
	best[0] = best[1] = 1e9;
	for (int round = 0; round < ROUNDS; round++) {
		for (int i = 0; i < 2; i++) {
			double ns = measure_once(churns[i], threads, live);
			best[i] = ns < best[i] ? ns : best[i];
		}
	}
}

static void *open_module(const char *path)
{
	void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	if (library == NULL) {
		fprintf(stderr, "%s\n", dlerror());
		exit(1);
	}
	return library;
}

/* Arguments: the raw module, the tracked module. */
int main(int argc, char **argv)
{
	if (argc != 3) {
		return 2;
	}
	void *raw_library = open_module(argv[1]);
	void *tracked_library = open_module(argv[2]);
	relib_ledger *ledger = relib_rt_ledger_open("bench", 1);
	if (ledger == NULL || relib_rt_attach(ledger, dlsym(tracked_library, "relib_module")) != 0) {
		return 1;
	}
	void (*const churns[2])(long, size_t) = {
		(void (*)(long, size_t))(intptr_t)dlsym(raw_library, "churn"),
		(void (*)(long, size_t))(intptr_t)dlsym(tracked_library, "churn"),
	};
	printf("ns per malloc+free    raw  tracked  ratio\n");
	for (size_t live = 0; live <= 10000; live += 10000) {
		for (int threads = 1; threads <= 2; threads++) {
			double best[2];
			measure(churns, threads, live, best);
			printf("%d thread%s %5zu live  %5.1f  %7.1f  %5.2f\n", threads, threads == 1 ? ", " : "s,", live, best[0],
				   best[1], best[1] / best[0]);
		}
	}
	relib_usage leaks;
	double begin = now();
	((void (*)(long))(intptr_t)dlsym(tracked_library, "leak"))(100000);
	double leaked = now();
	uint64_t freed = relib_rt_free_leaks(ledger, &leaks);
	printf("%llu leaks: made in %.1f ms, freed in %.1f ms\n", (unsigned long long)freed, (leaked - begin) / 1e6,
		   (now() - leaked) / 1e6);
	return 0;
}

#endif

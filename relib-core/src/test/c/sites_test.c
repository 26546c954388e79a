/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <dlfcn.h>

static struct module module;
static relib_site sites[8];

static size_t count_sites(void)
{
	return relib_rt_sites(module.ledger, sites, 8);
}

__attribute__((noinline)) static void *allocate_here(size_t size)
{
	void *volatile ptr = module.probe->malloc(size);
	return ptr;
}

__attribute__((noinline)) static void *allocate_there(size_t size)
{
	void *volatile ptr = module.probe->calloc(1, size);
	return ptr;
}

/* Whether the frame after the kit's own is in the function, which is a short one. */
static bool is_made_by(const relib_site *site, void *(*function)(size_t))
{
	uintptr_t begin = (uintptr_t)function;
	return site->frames[1] > begin && site->frames[1] < begin + 200;
}

TEST(keeps_no_stacks_unless_asked_to)
{
	module = module_open("module");
	allocate_here(10);
	CHECK_EQUAL(0, count_sites());
	module_close(&module);
}

TEST(lists_sites_of_live_allocations_the_largest_first)
{
	module = module_open_sampled("module", 1);
	void *small[3];
	for (volatile int i = 0; i < 3; i++) { /* not unrolled: one site */
		small[i] = allocate_here(100);
	}
	void *large = allocate_there(1000);
	CHECK_EQUAL(4, module_live(&module));
	CHECK_EQUAL(1300, module_usage(&module).live_bytes);
	CHECK_EQUAL(2, count_sites());
	CHECK(sites[0].count == 1 && sites[0].bytes == 1000 && is_made_by(&sites[0], allocate_there));
	CHECK(sites[1].count == 3 && sites[1].bytes == 300 && is_made_by(&sites[1], allocate_here));
	CHECK_EQUAL(2, relib_rt_sites(module.ledger, NULL, 0));
	module.probe->free(small[1]);
	module.probe->free(large);
	CHECK_EQUAL(1, count_sites());
	CHECK_EQUAL(2, sites[0].count);
	CHECK_EQUAL(200, sites[0].bytes);
	module.probe->free(small[0]);
	module.probe->free(small[2]);
	CHECK_EQUAL(0, count_sites());
	CHECK_EQUAL(0, module_usage(&module).live_bytes);
	module_close(&module);
}

TEST(ends_stacks_with_zeros)
{
	module = module_open_sampled("module", 1);
	allocate_here(100);
	CHECK_EQUAL(1, count_sites());
	int depth = 0;
	while (depth < RELIB_STACK_FRAMES && sites[0].frames[depth] != 0) {
		depth++;
	}
	CHECK(depth >= 3);
	for (int i = depth; i < RELIB_STACK_FRAMES; i++) {
		CHECK_EQUAL(0, sites[0].frames[i]);
	}
	module_close(&module);
}

TEST(keeps_the_stack_of_every_nth_allocation)
{
	module = module_open_sampled("module", 10);
	void *ptrs[1000];
	for (volatile int i = 0; i < 1000; i++) {
		ptrs[i] = allocate_here(10);
	}
	CHECK_EQUAL(1, count_sites());
	CHECK_EQUAL(100, sites[0].count);
	CHECK_EQUAL(10000, module_usage(&module).live_bytes);
	for (int i = 0; i < 1000; i++) {
		module.probe->free(ptrs[i]);
	}
	CHECK_EQUAL(0, count_sites());
	module_close(&module);
}

__attribute__((noinline)) static void *move(void *ptr)
{
	void *volatile moved = module.probe->realloc(ptr, 100000);
	return moved;
}

TEST(moved_memory_belongs_to_the_site_that_moved_it)
{
	module = module_open_sampled("module", 1);
	CHECK(move(allocate_here(10)) != NULL);
	CHECK_EQUAL(1, count_sites());
	CHECK_EQUAL(100000, sites[0].bytes);
	CHECK(!is_made_by(&sites[0], allocate_here));
	CHECK(module.probe->realloc(move(NULL), (size_t)1 << 62) == NULL);
	CHECK_EQUAL(200000, module_usage(&module).live_bytes);
	module_close(&module);
}

TEST(lists_sites_of_leaks_after_the_module_is_gone)
{
	relib_usage leaks;
	module = module_open_sampled("module", 1);
	allocate_here(10);
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(1, count_sites());
	CHECK_EQUAL(10, sites[0].bytes);
	CHECK_EQUAL(1, relib_rt_free_leaks(module.ledger, &leaks));
	CHECK_EQUAL(10, leaks.live_bytes);
	CHECK_EQUAL(0, count_sites());
	relib_rt_ledger_close(module.ledger);
}

TEST(keeps_stacks_while_threads_allocate)
{
	enum { THREADS = 4, POOL = 64 };
	static _Atomic(void *) pool[POOL];
	pthread_t threads[THREADS];
	struct hammer hammers[THREADS];
	module = module_open_sampled("module", 3);
	for (int i = 0; i < THREADS; i++) {
		hammers[i] = (struct hammer){pool, POOL, (unsigned)i * 7919u + 1, check_times() ? 20000 : 2000};
		CHECK_EQUAL(0, module.probe->hammer(&threads[i], NULL, &hammers[i]));
	}
	for (int i = 0; i < THREADS; i++) {
		CHECK_EQUAL(0, module.probe->join(threads[i], NULL));
	}
	CHECK(count_sites() > 0);
	for (int i = 0; i < POOL; i++) {
		module.probe->free(pool[i]);
	}
	CHECK_EQUAL(0, module_live(&module));
	CHECK_EQUAL(0, count_sites());
	module_close(&module);
}

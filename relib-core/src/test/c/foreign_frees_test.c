/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Sanitizers and valgrind bring an allocator of their own, and end a process that frees twice. */
static bool is_the_c_librarys_malloc(void)
{
	return check_times();
}

/* Memory that is with the C library stays so: the next allocations are of other sizes. */
static void check_frees_nothing(struct module *module, uint64_t live)
{
	module_close(module);
	CHECK_EQUAL(0, module->freed);
	CHECK_EQUAL(live, module->leaks.live_count);
	CHECK(module->leaks.foreign_frees > 0);
}

struct freer {
	void *block;
	atomic_int step;
};

static void await_step(struct freer *freer, int step)
{
	while (atomic_load(&freer->step) != step) {
		usleep(100);
	}
}

static void *free_and_stay(void *argument)
{
	struct freer *freer = argument;
	free(freer->block);
	atomic_store(&freer->step, 1);
	await_step(freer, 2);
	return NULL;
}

/* The thread goes on, with what it has freed in its cache. */
TEST(frees_nothing_if_other_code_has_freed_a_block_and_nobody_has_got_it_since)
{
	static const size_t sizes[] = {200, 1000, 1500, 5000, 200000, 1000000};
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes) && is_the_c_librarys_malloc(); i++) {
		struct module module = module_open("module");
		struct freer freer = {.block = module.probe->malloc(sizes[i])};
		pthread_t thread;
		module.probe->malloc(33);
		CHECK_EQUAL(0, pthread_create(&thread, NULL, free_and_stay, &freer));
		await_step(&freer, 1);
		check_frees_nothing(&module, 2);
		atomic_store(&freer.step, 2);
		CHECK_EQUAL(0, pthread_join(thread, NULL));
	}
}

TEST(frees_nothing_if_the_freed_block_fits_into_no_cache)
{
	struct module module = module_open("module");
	void *blocks[8];
	for (size_t i = 0; i < 8; i++) {
		blocks[i] = module.probe->malloc(1000);
	}
	for (size_t i = 1; i < 8; i++) {
		module.probe->free(blocks[i]);
	}
	if (is_the_c_librarys_malloc()) {
		free(blocks[0]);
		check_frees_nothing(&module, 1);
	} else {
		module_close(&module);
	}
}

TEST(frees_nothing_if_the_freed_block_has_been_joined_to_both_neighbours)
{
	struct module module = module_open("module");
	void *blocks[4];
	for (size_t i = 0; i < 4; i++) {
		blocks[i] = memset(module.probe->malloc(3000), 1, 3000);
	}
	if (is_the_c_librarys_malloc()) {
		module.probe->free(blocks[0]);
		module.probe->free(blocks[2]);
		free(blocks[1]);
		check_frees_nothing(&module, 2);
	} else {
		module_close(&module);
	}
}

static void *free_it(void *block)
{
	free(block);
	return NULL;
}

TEST(frees_nothing_if_a_thread_has_freed_a_block_and_ended)
{
	struct module module = module_open("module");
	void *block = module.probe->malloc(1000);
	pthread_t thread;
	if (is_the_c_librarys_malloc()) {
		CHECK_EQUAL(0, pthread_create(&thread, NULL, free_it, block));
		CHECK_EQUAL(0, pthread_join(thread, NULL));
		check_frees_nothing(&module, 1);
	} else {
		module_close(&module);
	}
}

TEST(a_module_may_free_what_another_one_has_allocated)
{
	struct module module = module_open("module");
	struct module other = module_open("other");
	void *block = module.probe->malloc(1000);
	other.probe->free(block);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
	CHECK_EQUAL(0, module.freed);
	CHECK_EQUAL(0, module.leaks.foreign_frees);
	module_close(&other);
}

/* Which of both has it, nobody can tell. */
TEST(leaves_a_block_that_another_module_has_got)
{
	struct module module = module_open("module");
	struct module other = module_open("other");
	void *block = module.probe->malloc(1000);
	volatile uintptr_t address = (uintptr_t)block;
	void *same = NULL;
	if (is_the_c_librarys_malloc()) {
		free(block);
		for (int i = 0; i < 10 && (uintptr_t)same != address; i++) {
			same = other.probe->malloc(1000);
		}
		CHECK((uintptr_t)same == address);
		check_frees_nothing(&module, 1);
		memset(same, 1, 1000);
	} else {
		module_close(&module);
	}
	module_close(&other);
}

struct neighbour {
	atomic_bool stop;
	unsigned seed;
};

static void *take_and_give_back(void *argument)
{
	struct neighbour *neighbour = argument;
	void *blocks[100] = {NULL};
	while (!atomic_load(&neighbour->stop)) {
		size_t place = (size_t)rand_r(&neighbour->seed) % 100;
		free(blocks[place]);
		blocks[place] = malloc((size_t)rand_r(&neighbour->seed) % 3000);
	}
	for (size_t i = 0; i < 100; i++) {
		free(blocks[i]);
	}
	return NULL;
}

/* Their blocks lie between those of the module, as there is one heap for all. */
TEST(frees_all_while_threads_of_the_host_take_and_give_back_memory)
{
	enum { THREADS = 4, LEAKS = 2000 };
	static struct neighbour neighbours[THREADS];
	pthread_t threads[THREADS];
	mallopt(M_ARENA_MAX, 1);
	for (int round = 0; round < (check_times() ? 20 : 2); round++) {
		for (unsigned i = 0; i < THREADS; i++) {
			atomic_store(&neighbours[i].stop, false);
			neighbours[i].seed = i;
			CHECK_EQUAL(0, pthread_create(&threads[i], NULL, take_and_give_back, &neighbours[i]));
		}
		struct module module = module_open("module");
		for (size_t i = 0; i < LEAKS; i++) {
			module.probe->malloc(i);
		}
		module_close(&module);
		CHECK_EQUAL(0, module.leaks.foreign_frees);
		CHECK_EQUAL(LEAKS, module.freed);
		for (int i = 0; i < THREADS; i++) {
			atomic_store(&neighbours[i].stop, true);
			CHECK_EQUAL(0, pthread_join(threads[i], NULL));
		}
	}
}

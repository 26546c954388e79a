/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <unistd.h>

struct visitor {
	void (*touch)(atomic_int *destroyed);
	atomic_int destroyed;
	atomic_int touched;
	atomic_int leave;
	pthread_t thread;
};

static void *visit(void *argument)
{
	struct visitor *visitor = argument;
	visitor->touch(&visitor->destroyed);
	atomic_store(&visitor->touched, 1);
	while (atomic_load(&visitor->leave) == 0) {
		usleep(200);
	}
	return NULL;
}

static void start(struct visitor *visitor, const struct module *module)
{
	visitor->touch = EXPORT(module, void (*)(atomic_int *), "touch");
	CHECK_EQUAL(0, pthread_create(&visitor->thread, NULL, visit, visitor));
	while (atomic_load(&visitor->touched) == 0) {
		usleep(200);
	}
}

static void finish(struct visitor *visitor)
{
	atomic_store(&visitor->leave, 1);
	CHECK_EQUAL(0, pthread_join(visitor->thread, NULL));
}

TEST(cxx_thread_that_ends_destroys_its_thread_locals)
{
	struct visitor visitor = {0};
	struct module module = module_open("cxx_module");
	start(&visitor, &module);
	CHECK_EQUAL(2, module_destructors(&module).pending);
	finish(&visitor);
	CHECK_EQUAL(1, visitor.destroyed);
	module_close(&module);
	CHECK_EQUAL(0, module.leaks.live_count);
}

TEST(cxx_module_is_unmapped_beneath_a_thread_with_thread_locals)
{
	struct visitor visitor = {0};
	struct module module = module_open("cxx_module");
	start(&visitor, &module);
	module_close(&module);
	CHECK_EQUAL(1, visitor.destroyed);
	CHECK_EQUAL(0, module.leaks.live_count);
	finish(&visitor);
	CHECK_EQUAL(1, visitor.destroyed);
}

TEST(cxx_module_leaves_the_memory_of_abandoned_thread_locals_to_the_ledger)
{
	struct visitor visitor = {0};
	struct module module = module_open("cxx_module");
	start(&visitor, &module);
	CHECK_EQUAL(0, relib_rt_abandon_destructors(module.ledger, 0));
	module_close(&module);
	CHECK_EQUAL(0, visitor.destroyed);
	CHECK_EQUAL(3, module.freed);
	finish(&visitor);
}

TEST(cxx_module_with_threads_exceptions_and_statics_leaves_nothing_behind)
{
	atomic_int destroyed = 0;
	for (int i = 1; i <= (check_times() ? 200 : 5); i++) {
		struct module module = module_open("cxx_module");
		CHECK_EQUAL(7, EXPORT(&module, int (*)(atomic_int *), "work")(&destroyed));
		CHECK_EQUAL(i, destroyed);
		module_close(&module);
		CHECK_EQUAL(0, module.leaks.live_count);
	}
}

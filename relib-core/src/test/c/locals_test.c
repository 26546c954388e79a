/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "visitor.h"

TEST(a_thread_that_ends_runs_its_own_destructors)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	visitor_start(&visitor);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	visitor_finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(pthread_equal(visitor.thread, local.by));
	CHECK_EQUAL(0, module_destructors(&module).pending);
	CHECK_EQUAL(1, module_destructors(&module).run);
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(runs_destructors_of_a_thread_that_lives_on)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	visitor_start(&visitor);
	module_unmap(&module);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(!pthread_equal(pthread_self(), local.by));
	CHECK_EQUAL(1, module_destructors(&module).run);
	CHECK_EQUAL(0, module_destructors(&module).pending);
	relib_rt_ledger_close(module.ledger);
	visitor_finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(abandons_destructors)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local};
	visitor_start(&visitor);
	CHECK_EQUAL(0, relib_rt_abandon_destructors(module.ledger, 0));
	CHECK_EQUAL(1, module_destructors(&module).abandoned);
	CHECK_EQUAL(0, module_destructors(&module).pending);
	module_close(&module);
	visitor_finish(&visitor);
	CHECK_EQUAL(0, local.destroyed);
}

static void *end_with_three(void *argument)
{
	const struct visitor *visitor = argument;
	for (int i = 0; i < 3; i++) {
		CHECK_EQUAL(0, visitor->probe->at_exit(&visitor->local[i]));
	}
	return NULL;
}

TEST(runs_the_latest_destructor_first)
{
	atomic_int clock = 0;
	struct local locals[3] = {{.clock = &clock}, {.clock = &clock}, {.clock = &clock}};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = locals};
	CHECK_EQUAL(0, pthread_create(&visitor.thread, NULL, end_with_three, &visitor));
	CHECK_EQUAL(0, pthread_join(visitor.thread, NULL));
	CHECK_EQUAL(3, locals[0].time);
	CHECK_EQUAL(2, locals[1].time);
	CHECK_EQUAL(1, locals[2].time);
	end_with_three(&visitor);
	module_close(&module);
	CHECK_EQUAL(6, locals[0].time);
	CHECK_EQUAL(5, locals[1].time);
	CHECK_EQUAL(4, locals[2].time);
}

TEST(runs_what_destructors_register)
{
	struct local last = {0};
	struct local middle = {.next = &last};
	struct local local = {.next = &middle};
	struct module module = module_open("module");
	struct visitor ends = {.probe = module.probe, .local = &local};
	struct visitor stays = {.probe = module.probe, .local = &local};
	visitor_start(&ends);
	visitor_finish(&ends);
	CHECK_EQUAL(1, last.destroyed);
	visitor_start(&stays);
	module_close(&module);
	CHECK_EQUAL(2, last.destroyed);
	visitor_finish(&stays);
	CHECK_EQUAL(2, local.destroyed);
}

TEST(keeps_thread_locals_of_two_modules_apart)
{
	struct local one_local = {0};
	struct local other_local = {0};
	struct module one = module_open("module");
	struct module other = module_open("other");
	CHECK_EQUAL(0, one.probe->at_exit(&one_local));
	CHECK_EQUAL(0, other.probe->at_exit(&other_local));
	module_close(&one);
	CHECK_EQUAL(1, one_local.destroyed);
	CHECK_EQUAL(0, other_local.destroyed);
	module_close(&other);
	CHECK_EQUAL(1, other_local.destroyed);
}

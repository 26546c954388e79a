/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "visitor.h"

#include <errno.h>
#include <limits.h>
#include <threads.h>

TEST(a_thread_that_ends_destroys_its_key_values)
{
	atomic_int clock = 0;
	struct local local = {.clock = &clock};
	struct local registered_late = {.clock = &clock};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	CHECK_EQUAL(1, relib_rt_keys(module.ledger));
	local.key = &visitor.key;
	local.seen = &local;
	local.next = &registered_late;
	visitor_start(&visitor);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	visitor_finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(pthread_equal(visitor.thread, local.by));
	CHECK(local.seen == NULL);
	CHECK_EQUAL(1, registered_late.destroyed);
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
}

static void *end_with_both(void *argument)
{
	const struct visitor *visitor = argument;
	CHECK_EQUAL(0, visitor->probe->at_exit(&visitor->local[0]));
	CHECK_EQUAL(0, visitor->probe->key_set(visitor->key, &visitor->local[1]));
	return NULL;
}

TEST(destroys_thread_locals_before_key_values)
{
	atomic_int clock = 0;
	struct local locals[2] = {{.clock = &clock}, {.clock = &clock}};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = locals};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	locals[0].key = &visitor.key;
	CHECK_EQUAL(0, pthread_create(&visitor.thread, NULL, end_with_both, &visitor));
	CHECK_EQUAL(0, pthread_join(visitor.thread, NULL));
	CHECK_EQUAL(1, locals[0].time);
	CHECK_EQUAL(2, locals[1].time);
	CHECK(locals[0].seen == &locals[1]);
	end_with_both(&visitor);
	module_close(&module);
	CHECK_EQUAL(3, locals[0].time);
	CHECK_EQUAL(4, locals[1].time);
}

TEST(destroys_key_values_of_a_thread_that_lives_on)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	visitor_start(&visitor);
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
	CHECK(!pthread_equal(pthread_self(), local.by));
	visitor_finish(&visitor);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(destroys_a_key_value_that_is_set_again)
{
	struct local local = {.again = 2};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	local.key = &visitor.key;
	visitor_start(&visitor);
	visitor_finish(&visitor);
	CHECK_EQUAL(3, local.destroyed);
	local.again = 2;
	CHECK_EQUAL(0, module.probe->key_set(visitor.key, &local));
	module_close(&module);
	CHECK_EQUAL(6, local.destroyed);
}

TEST(gives_up_on_a_key_value_that_is_always_set_again)
{
	struct local local = {.again = 1000};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	local.key = &visitor.key;
	visitor_start(&visitor);
	visitor_finish(&visitor);
	CHECK_EQUAL(PTHREAD_DESTRUCTOR_ITERATIONS, local.destroyed);
	CHECK_EQUAL(1, module_destructors(&module).abandoned);
	CHECK_EQUAL(0, module.probe->key_set(visitor.key, &local));
	module_unmap(&module);
	CHECK_EQUAL(2 * PTHREAD_DESTRUCTOR_ITERATIONS, local.destroyed);
	CHECK_EQUAL(2, module_destructors(&module).abandoned);
	relib_rt_ledger_close(module.ledger);
}

TEST(forgets_a_key_value_that_is_taken_away)
{
	struct local local = {0};
	struct module module = module_open("module");
	pthread_key_t key;
	CHECK_EQUAL(0, module.probe->key_create(&key));
	CHECK_EQUAL(0, module.probe->key_set(key, NULL));
	CHECK_EQUAL(0, module.probe->key_set(key, &local));
	CHECK(pthread_getspecific(key) == &local);
	CHECK_EQUAL(0, module.probe->key_set(key, NULL));
	CHECK(pthread_getspecific(key) == NULL);
	CHECK_EQUAL(0, module_destructors(&module).pending);
	module_close(&module);
	CHECK_EQUAL(0, local.destroyed);
}

TEST(destroys_no_values_of_a_deleted_key)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct visitor visitor = {.probe = module.probe, .local = &local, .uses_key = true};
	CHECK_EQUAL(0, module.probe->key_create(&visitor.key));
	visitor_start(&visitor);
	CHECK_EQUAL(0, module.probe->key_delete(visitor.key));
	CHECK_EQUAL(EINVAL, module.probe->key_delete(visitor.key));
	CHECK_EQUAL(0, module_destructors(&module).keys);
	visitor_finish(&visitor);
	module_close(&module);
	CHECK_EQUAL(0, local.destroyed);
}

TEST(gives_back_keys_of_unloaded_modules)
{
	for (int i = 0; i < PTHREAD_KEYS_MAX / 100 + 1; i++) {
		struct module module = module_open("module");
		for (int k = 0; k < 100; k++) {
			pthread_key_t key;
			CHECK_EQUAL(0, module.probe->key_create(&key));
		}
		CHECK_EQUAL(100, module_destructors(&module).keys);
		module_close(&module);
	}
}

/* The C library gives the lowest key that is free. */
TEST(leaves_a_key_that_is_another_ones_by_now)
{
	struct module module = module_open("module");
	pthread_key_t key;
	pthread_key_t same;
	CHECK_EQUAL(0, module.probe->key_create(&key));
	CHECK_EQUAL(0, pthread_key_delete(key));
	CHECK_EQUAL(0, pthread_key_create(&same, NULL));
	CHECK_EQUAL(key, same);
	CHECK_EQUAL(0, pthread_setspecific(same, &module));
	module_close(&module);
	CHECK(pthread_getspecific(same) == &module);
	CHECK_EQUAL(0, pthread_key_delete(same));
}

TEST(leaves_a_key_that_another_module_has_got_by_now)
{
	struct local local = {0};
	struct module module = module_open("module");
	struct module other = module_open("other");
	pthread_key_t key;
	pthread_key_t same;
	CHECK_EQUAL(0, module.probe->key_create(&key));
	CHECK_EQUAL(0, pthread_key_delete(key));
	CHECK_EQUAL(0, other.probe->key_create(&same));
	CHECK_EQUAL(key, same);
	CHECK_EQUAL(0, other.probe->key_set(same, &local));
	module_close(&module);
	CHECK(pthread_getspecific(same) == &local);
	module_close(&other);
	CHECK_EQUAL(1, local.destroyed);
}

TEST(says_when_there_are_no_keys_left)
{
	pthread_key_t key;
	int keys = 0;
	struct module module = module_open("module");
	while (module.probe->key_create(&key) == 0) {
		keys++;
	}
	CHECK_EQUAL(EAGAIN, module.probe->key_create(&key));
	CHECK_EQUAL(thrd_error, module.probe->tss_create(&key));
	CHECK_EQUAL(keys, module_destructors(&module).keys);
	module_close(&module);
	CHECK_EQUAL(0, pthread_key_create(&key, NULL));
}

TEST(says_that_a_key_is_none)
{
	struct module module = module_open("module");
	CHECK_EQUAL(EINVAL, module.probe->key_set(PTHREAD_KEYS_MAX + 5, &module));
	CHECK_EQUAL(EINVAL, module.probe->key_delete(PTHREAD_KEYS_MAX + 5));
	module_close(&module);
}

TEST(serves_keys_of_c11)
{
	struct local local = {0};
	pthread_key_t key;
	struct module module = module_open("module");
	CHECK_EQUAL(thrd_success, module.probe->tss_create(&key));
	CHECK_EQUAL(thrd_success, module.probe->tss_set(key, &local));
	CHECK(tss_get(key) == &local);
	CHECK_EQUAL(1, module_destructors(&module).pending);
	module.probe->tss_delete(key);
	CHECK_EQUAL(0, module_destructors(&module).keys);
	CHECK_EQUAL(thrd_success, module.probe->tss_create(&key));
	CHECK_EQUAL(thrd_success, module.probe->tss_set(key, &local));
	module_close(&module);
	CHECK_EQUAL(1, local.destroyed);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

TEST(works_without_a_host)
{
	pthread_t thread;
	void *result = NULL;
	atomic_int open = 1;
	struct module module = module_open_unattached("module");
	module.probe->free(module.probe->realloc(module.probe->malloc(10), 20));
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &open));
	CHECK_EQUAL(0, module.probe->join(thread, &result));
	CHECK(result == &open);
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &open));
	CHECK_EQUAL(0, module.probe->detach(thread));
	while (atomic_load(&open) != 1) {
	}
	usleep(20000);
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(0, module_mappings(&module));
}

TEST(is_unmapped_before_its_leaks_are_freed)
{
	struct module module = module_open("module");
	CHECK(module_mappings(&module) > 0);
	char *leak = module.probe->strdup("readable until it is freed");
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(0, module_mappings(&module));
	CHECK(strcmp(leak, "readable until it is freed") == 0);
	CHECK_EQUAL(1, relib_rt_free_leaks(module.ledger, &module.leaks));
	relib_rt_ledger_close(module.ledger);
}

TEST(keeps_modules_apart)
{
	struct module one = module_open("module");
	struct module other = module_open("other");
	uint8_t success = 9;
	CHECK(one.probe != other.probe);
	one.probe->malloc(1);
	other.probe->malloc(20);
	other.probe->malloc(20);
	CHECK_EQUAL(1, module_live(&one));
	CHECK_EQUAL(2, module_live(&other));
	one.probe->free(other.probe->malloc(20)); /* handed over */
	CHECK_EQUAL(2, module_live(&other));
	EXPORT(&other, int32_t (*)(uint8_t *, int32_t, int32_t), "__relib__Probe_divide")(&success, 1, 0);
	CHECK_EQUAL(RELIB_PANICKED, success);
	one.probe->untrack(NULL);
	relib_usage usage;
	CHECK_EQUAL(0, dlclose(one.library));
	CHECK_EQUAL(1, relib_rt_free_leaks(one.ledger, &usage));
	relib_rt_ledger_close(one.ledger);
	CHECK_EQUAL(0, module_mappings(&one));
	CHECK(module_mappings(&other) > 0);
}

/* A constructor's thread runs on when the host unloads: the code must stay. */
TEST(stays_mapped_with_a_thread_of_a_constructor)
{
	keep_log();
	struct module module = module_open_unexpected("leaves_a_thread");
	atomic_int *stop = module_symbol(&module, "stop");
	pthread_t *thread = module_symbol(&module, "thread");
	CHECK_EQUAL(RELIB_WARN, last_record().level);
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK(module_mappings(&module) > 0);
	usleep(20000);
	atomic_store(stop, 1);
	CHECK_EQUAL(0, pthread_join(*thread, NULL));
}

TEST(is_unmapped_when_a_constructor_has_joined_its_thread)
{
	keep_log();
	struct module module = module_open_unexpected("joins_a_thread");
	CHECK_EQUAL(0, record_count());
	module_close(&module);
}

TEST(lists_a_thread_of_a_constructor_of_an_expected_module)
{
	keep_log();
	struct module module = module_open("leaves_a_thread");
	atomic_int *stop = module_symbol(&module, "stop");
	CHECK_EQUAL(0, record_count());
	module_await_threads(&module, 1);
	atomic_store(stop, 1);
	module_close(&module);
}

TEST(stays_mapped_with_a_key_of_a_constructor)
{
	keep_log();
	struct module module = module_open_unexpected("leaves_a_key");
	CHECK_EQUAL(RELIB_WARN, last_record().level);
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK(module_mappings(&module) > 0);
}

TEST(runs_what_a_constructor_of_an_expected_module_has_registered)
{
	keep_log();
	struct module module = module_open("leaves_a_key");
	CHECK_EQUAL(0, record_count());
	CHECK_EQUAL(1, module_destructors(&module).pending);
	CHECK_EQUAL(2, module_live(&module));
	module_close(&module);
	CHECK_EQUAL(0, module.leaks.live_count);
}

TEST(does_not_take_another_library_for_the_expected_one)
{
	relib_ledger *ledger = relib_rt_ledger_open("expected", 1);
	relib_usage usage;
	relib_rt_expect(ledger, "/nowhere/module.so");
	struct module module = module_open_unattached("module");
	relib_rt_expect(NULL, NULL);
	relib_rt_usage(ledger, &usage);
	CHECK_EQUAL(0, usage.total_count);
	relib_rt_ledger_close(ledger);
	CHECK_EQUAL(0, dlclose(module.library));
}

static void load_call_unload(void)
{
	pthread_t thread;
	uint8_t success = 9;
	atomic_int open = 1;
	struct module module = module_open("module");
	module.probe->malloc(1000);
	CHECK_EQUAL(0, module.probe->wait_for(&thread, NULL, &open));
	EXPORT(&module, int32_t (*)(uint8_t *, int32_t, int32_t), "__relib__Probe_divide")(&success, 1, 0);
	module_close(&module);
	CHECK_EQUAL(1, module.freed);
}

/* Memory, stacks of threads that nobody joined and mappings would add up. */
TEST(leaves_nothing_behind_in_many_cycles)
{
	int cycles = check_times() ? 1000 : 20;
	for (int i = 0; i < 50; i++) {
		load_call_unload();
	}
	struct mallinfo2 before = mallinfo2();
	long pages[2];
	for (int i = 0; i < 2; i++) {
		FILE *file = fopen("/proc/self/statm", "r");
		CHECK(file != NULL && fscanf(file, "%ld", &pages[i]) == 1);
		fclose(file);
		for (int k = 0; i == 0 && k < cycles; k++) {
			load_call_unload();
		}
	}
	if (check_times()) {
		CHECK_AT_MOST(100, pages[1] - pages[0]);
		CHECK_AT_MOST(20000, (long long)mallinfo2().uordblks - (long long)before.uordblks);
	}
}

struct end {
	atomic_int exits;
	int last_thread;
};

static void unload_what_ends_late(void)
{
	struct end end = {0, 0};
	keep_log();
	struct module module = module_open("late_module");
	EXPORT(&module, void (*)(struct end *), "prepare")(&end);
	module_close(&module);
	CHECK(strcmp(last_record().text, "a destructor was given up: no way out") == 0);
	CHECK_EQUAL(2, end.exits);
	CHECK_EQUAL(EAGAIN, end.last_thread);
	exit(7);
}

/* Outside of dlclose, whose lock the thread needs; one that were started inside would go on in unmapped code. */
TEST(waits_for_a_thread_that_a_static_destructor_has_started)
{
	char text[1000];
	int status = check_in_child(unload_what_ends_late, text, sizeof(text));
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

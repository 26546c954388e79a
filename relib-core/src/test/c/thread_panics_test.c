/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <string.h>

TEST(logs_a_panic_that_ends_a_thread)
{
	pthread_t thread;
	void *result = &thread;
	struct module module = module_open("module");
	keep_log();
	CHECK_EQUAL(0, module.probe->panic(&thread, NULL, "out of tape"));
	CHECK_EQUAL(0, module.probe->join(thread, &result));
	CHECK(result == NULL);
	CHECK_EQUAL(1, record_count());
	CHECK_EQUAL(RELIB_ERROR, last_record().level);
	CHECK(strcmp(last_record().text, "a thread of the module has ended: out of tape") == 0);
	CHECK(strcmp(last_panic(), "") == 0);
	module_close(&module);
}

static int32_t fail(uint8_t *success, int32_t number)
{
	*success = RELIB_PANICKED;
	return number;
}

/* An import that calls an export: its panic is the export's, not the thread's. */
static int32_t (*divide)(uint8_t *success, int32_t a, int32_t b);
static int32_t call_back(uint8_t *success, int32_t number)
{
	uint8_t inner = 9;
	divide(&inner, number, 0);
	*success = RELIB_RETURNED;
	return inner == RELIB_PANICKED && strcmp(last_panic(), "5 cannot be divided by zero") == 0 ? 77 : 0;
}

TEST(logs_a_failed_import_that_ends_a_thread)
{
	pthread_t thread;
	void *result = &thread;
	struct module module = module_open("module");
	keep_log();
	*(int32_t (**)(uint8_t *, int32_t))module_symbol(&module, "__relib__Host_ask") = fail;
	CHECK_EQUAL(0, module.probe->call_import(&thread, NULL, NULL));
	CHECK_EQUAL(0, module.probe->join(thread, &result));
	CHECK(result == NULL);
	CHECK_EQUAL(RELIB_ERROR, last_record().level);
	CHECK(strcmp(last_record().text, "a thread of the module has ended: the import Host.ask failed") == 0);
	module_close(&module);
}

/* The boundary of the thread's start is gone by then: to land there would be to jump into a dead frame. */
TEST(gives_up_a_destructor_that_panics)
{
	pthread_t thread;
	struct module module = module_open("module");
	keep_log();
	CHECK_EQUAL(0, module.probe->panic_late(&thread, NULL, "late"));
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	CHECK_EQUAL(1, record_count());
	CHECK(strcmp(last_record().text, "a destructor was given up: late") == 0);
	module_close(&module);
}

TEST(gives_up_a_destructor_whose_import_fails)
{
	pthread_t thread;
	struct module module = module_open("module");
	keep_log();
	*(int32_t (**)(uint8_t *, int32_t))module_symbol(&module, "__relib__Host_ask") = fail;
	CHECK_EQUAL(0, module.probe->call_import_late(&thread, NULL, NULL));
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	CHECK(strcmp(last_record().text,
				 "a destructor was given up: the import Host.ask failed") == 0);
	module_close(&module);
}

TEST(lands_a_panic_on_the_export_that_a_thread_is_in)
{
	pthread_t thread;
	void *result = NULL;
	struct module module = module_open("module");
	keep_log();
	divide = EXPORT(&module, int32_t (*)(uint8_t *, int32_t, int32_t), "__relib__Probe_divide");
	*(int32_t (**)(uint8_t *, int32_t))module_symbol(&module, "__relib__Host_ask") = call_back;
	CHECK_EQUAL(0, module.probe->call_import(&thread, NULL, (void *)5));
	CHECK_EQUAL(0, module.probe->join(thread, &result));
	CHECK_EQUAL(77, (intptr_t)result);
	CHECK_EQUAL(0, record_count());
	module_close(&module);
}

TEST(starts_threads_with_small_stacks)
{
	pthread_t thread;
	pthread_attr_t small;
	struct module module = module_open("module");
	keep_log();
	pthread_attr_init(&small);
	CHECK_EQUAL(0, pthread_attr_setstacksize(&small, 32768));
	CHECK_EQUAL(0, module.probe->panic(&thread, &small, "small"));
	CHECK_EQUAL(0, module.probe->join(thread, NULL));
	CHECK_EQUAL(1, record_count());
	pthread_attr_destroy(&small);
	module_close(&module);
}

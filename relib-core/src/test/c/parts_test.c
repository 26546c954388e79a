/*
 * A library that a module needs, and that stays when the module goes.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "check.h"
#include "early.h"
#include "fixture.h"
#include "look.h"

#include <dlfcn.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct module open_with_parts(const char *name)
{
	relib_look *look = relib_rt_look_open();
	struct module module = module_open_plain(name);
	relib_rt_look_opened(look, module.library);
	relib_rt_redirect_needed(module.ledger, module.library);
	relib_rt_look_close(look);
	return module;
}

static int start_thread(const struct module *module)
{
	return EXPORT(module, int (*)(void), "needing_thread")();
}

static void end(struct module *module)
{
	CHECK_EQUAL(0, relib_rt_run_destructors(module->ledger, 10000));
	relib_rt_end_statics(module->ledger);
}

static void close_library(struct module *module)
{
	CHECK_EQUAL(0, dlclose(module->library));
	relib_rt_ledger_close(module->ledger);
}

TEST(a_part_that_another_module_comes_to_need_after_its_destructors_goes_on)
{
	keep_log();
	struct module first = open_with_parts("needs_part");
	CHECK_EQUAL(1, start_thread(&first));
	end(&first);
	struct module second = open_with_parts("other_needs_part");
	CHECK_EQUAL(2, start_thread(&second));
	relib_rt_before_close(first.ledger);
	CHECK_EQUAL(3, start_thread(&second));
	close_library(&first);
	CHECK_EQUAL(4, start_thread(&second));
	module_close(&second);
}

TEST(a_part_that_another_module_comes_to_need_at_the_last_moment_goes_on)
{
	keep_log();
	struct module first = open_with_parts("needs_part");
	CHECK_EQUAL(1, start_thread(&first));
	end(&first);
	relib_rt_before_close(first.ledger);
	struct module second = open_with_parts("other_needs_part");
	CHECK_EQUAL(2, start_thread(&second));
	close_library(&first);
	CHECK_EQUAL(3, start_thread(&second));
	module_close(&second);
}

TEST(a_stream_of_a_part_that_the_process_has_opened_as_well_goes_on)
{
	keep_log();
	struct module module = open_with_parts("needs_part");
	struct module part = module_open_unattached("part");
	const char *(*write)(const char *) = EXPORT(&part, const char *(*)(const char *), "part_write");
	CHECK(strcmp(write("one,"), "one,") == 0);
	end(&module);
	relib_rt_before_close(module.ledger);
	close_library(&module);
	CHECK(strcmp(write("two"), "one,two") == 0);
	CHECK_EQUAL(1, EXPORT(&part, int (*)(void), "part_thread")());
}

TEST(a_handler_that_a_part_has_installed_late_is_taken_off)
{
	struct sigaction action;
	keep_log();
	struct module module = open_with_parts("needs_part");
	void (*handle)(int) = EXPORT(&module, void (*)(int), "part_handle");
	end(&module);
	handle(SIGUSR1);
	relib_rt_before_close(module.ledger);
	CHECK_EQUAL(0, sigaction(SIGUSR1, NULL, &action));
	CHECK(action.sa_handler == SIG_IGN);
	close_library(&module);
}

static void *use_early_key(void *function)
{
	return (*(int *(**)(void))function)();
}

TEST(a_key_of_a_parts_constructor_is_destroyed_with_its_thread_or_the_module)
{
	pthread_t thread;
	relib_destructors destructors;
	keep_log();
	struct module module = open_with_parts("needs_part");
	int *(*use)(void) = EXPORT(&module, int *(*)(void), "part_use_early_key");
	CHECK_EQUAL(1, relib_rt_keys(module.ledger));
	CHECK_EQUAL(0, pthread_create(&thread, NULL, use_early_key, &use));
	CHECK_EQUAL(0, pthread_join(thread, NULL));
	int *destroyed = use();
	CHECK_EQUAL(1, *destroyed);
	end(&module);
	CHECK_EQUAL(2, *destroyed);
	relib_rt_destructors(module.ledger, &destructors);
	CHECK_EQUAL(2, destructors.run);
	relib_rt_before_close(module.ledger);
	close_library(&module);
}

TEST(a_part_that_stays_with_a_pointer_to_the_module_is_found)
{
	relib_kept_pointer found;
	keep_log();
	relib_look *look = relib_rt_look_open();
	struct module module = module_open_plain("needs_part");
	relib_rt_look_opened(look, module.library);
	struct module other = open_with_parts("other_needs_part");
	CHECK_EQUAL(0, relib_rt_look_at_pointers(look, &found));
	EXPORT(&module, void (*)(void), "needing_keep")();
	CHECK_EQUAL(1, relib_rt_look_at_pointers(look, &found));
	CHECK(strstr(found.holder, "/part.so") != NULL);
	CHECK(strstr(found.library, "/needs_part.so") != NULL);
	EXPORT(&other, void (*)(int (*)(void)), "part_keep")(NULL);
	CHECK_EQUAL(0, relib_rt_look_at_pointers(look, &found));
	relib_rt_look_close(look);
	module_close(&module);
	module_close(&other);
}

TEST(a_part_that_something_else_has_opened_remains)
{
	relib_remaining found;
	relib_kept_pointer kept;
	keep_log();
	relib_look *look = relib_rt_look_open();
	struct module module = module_open_plain("needs_part");
	relib_rt_look_opened(look, module.library);
	struct module part = module_open_unattached("part");
	CHECK_EQUAL(0, relib_rt_look_at_pointers(look, &kept));
	CHECK_EQUAL(0, dlclose(module.library));
	CHECK_EQUAL(1, relib_rt_look_at_remaining(look, &found, 1));
	CHECK(strstr(found.path, "/part.so") != NULL);
	CHECK_EQUAL(0, dlclose(part.library));
	CHECK_EQUAL(0, relib_rt_look_at_remaining(look, &found, 1));
	relib_rt_look_close(look);
	relib_rt_ledger_close(module.ledger);
}

TEST(a_part_is_redirected_before_its_constructors_run)
{
	char path[4096];
	char gate[4096];
	relib_usage usage;
	keep_log();
	snprintf(path, sizeof(path), "%s/needs_part.so", getenv("RELIB_TEST_MODULES"));
	snprintf(gate, sizeof(gate), "%s/gate.%d", getenv("RELIB_TEST_MODULES"), getpid());
	relib_ledger *ledger = relib_rt_ledger_open("early", 42);
	relib_look *look = relib_rt_look_open();
	CHECK_EQUAL(0, relib_rt_has_library("part.so"));
	void *early = relib_rt_open_early(ledger, path, gate);
	CHECK(early != NULL);
	CHECK_EQUAL(-1, access(gate, F_OK));
	void *library = dlopen(path, RTLD_NOW);
	relib_rt_open_early_done(early);
	CHECK_EQUAL(1, relib_rt_has_library("part.so"));
	relib_rt_look_opened(look, library);
	relib_rt_redirect_needed(ledger, library);
	relib_rt_usage(ledger, &usage);
	CHECK_EQUAL(1, usage.live_count);
	relib_rt_before_close(ledger);
	CHECK_EQUAL(0, dlclose(library));
	relib_rt_ledger_close(ledger);
	relib_rt_look_close(look);
	CHECK_EQUAL(0, relib_rt_has_library("part.so"));
}

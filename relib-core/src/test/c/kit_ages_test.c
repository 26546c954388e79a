/*
 * A host and kits of other ages: the kit's descriptor is cut off at every length, as if it had been compiled before
 * the rest was added, or is longer than the host knows.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <string.h>

#define WORDS(type) (sizeof(type) / sizeof(void (*)(void)))

static void called_by_mistake(void)
{
	fprintf(stderr, "called what is not there\n");
	abort();
}

union kit_table {
	relib_module_descriptor known;
	void (*words[WORDS(relib_module_descriptor) + 4])(void);
};

#define HAS(table_size, field) (table_size >= offsetof(relib_module_descriptor, field) + sizeof(void (*)(void)))

static const relib_host *real_host;
static struct relib_ledger *attached_ledger;
static int attached;
static int destroyed;
static int run_by_kit;
static int ended;

static bool take_ledger(const relib_host *host, struct relib_ledger *ledger)
{
	real_host = host;
	attached_ledger = ledger;
	attached++;
	return true;
}

static void run_destructor(void (*destructor)(void *), void *object)
{
	run_by_kit++;
	destructor(object);
}

static void end_statics(void)
{
	ended++;
}

static void destroy(void *unused)
{
	(void)unused;
	destroyed++;
}

/* A kit's descriptor, of which the first bytes are right, and which is as long as it says. */
static union kit_table make_kit(size_t table_size)
{
	const relib_module_descriptor right = {
		RELIB_ABI_VERSION, (uint32_t)table_size, RELIB_TEXT(""), RELIB_TEXT(""), take_ledger, run_destructor, end_statics,
	};
	union kit_table kit;
	for (size_t i = 0; i < WORDS(union kit_table); i++) {
		kit.words[i] = called_by_mistake;
	}
	memcpy(&kit, &right, table_size < 8 ? 8 : table_size < sizeof(right) ? table_size : sizeof(right));
	return kit;
}

static void load_and_unload(const relib_module_descriptor *kit)
{
	relib_ledger *ledger = relib_rt_ledger_open("kit", 1);
	attached = destroyed = run_by_kit = ended = 0;
	CHECK_EQUAL(0, relib_rt_attach(ledger, kit));
	CHECK_EQUAL(1, attached);
	CHECK(attached_ledger == ledger);
	CHECK_EQUAL(0, real_host->thread_at_exit(ledger, destroy, NULL));
	CHECK_EQUAL(0, relib_rt_run_destructors(ledger, 1000));
	CHECK_EQUAL(1, destroyed);
	relib_rt_end_statics(ledger);
	relib_rt_ledger_close(ledger);
}

TEST(a_host_does_without_the_functions_that_an_older_kit_lacks)
{
	for (size_t length = 0; length < sizeof(relib_module_descriptor); length++) {
		union kit_table kit = make_kit(length);
		if (HAS(length, attach)) {
			load_and_unload(&kit.known);
			CHECK_EQUAL(HAS(length, run_destructor), run_by_kit);
			CHECK_EQUAL(HAS(length, end_statics), ended);
		} else {
			relib_ledger *ledger = relib_rt_ledger_open("kit", 1);
			CHECK_EQUAL(1, relib_rt_attach(ledger, &kit.known));
			relib_rt_ledger_close(ledger);
		}
	}
}

TEST(a_host_uses_all_that_it_knows_of_a_newer_kit)
{
	for (size_t length = sizeof(relib_module_descriptor); length <= sizeof(union kit_table); length++) {
		union kit_table kit = make_kit(length);
		load_and_unload(&kit.known);
		CHECK_EQUAL(1, run_by_kit);
		CHECK_EQUAL(1, ended);
	}
}

TEST(a_host_does_without_a_function_of_a_kit_that_is_null)
{
	union kit_table kit = make_kit(sizeof(relib_module_descriptor));
	kit.known.run_destructor = NULL;
	load_and_unload(&kit.known);
	CHECK_EQUAL(0, run_by_kit);
	CHECK_EQUAL(1, ended);
	kit.known.attach = NULL;
	relib_ledger *ledger = relib_rt_ledger_open("kit", 1);
	CHECK_EQUAL(1, relib_rt_attach(ledger, &kit.known));
	relib_rt_ledger_close(ledger);
}

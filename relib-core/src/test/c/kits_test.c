/*
 * Kits and hosts of different ages. The table only grows at its end, so that an offset once given stays.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "check.h"
#include "fixture.h"

#include <dlfcn.h>
#include <string.h>

TEST(serves_a_module_with_an_older_kit)
{
	keep_log();
	struct module module = module_open("older_kit");
	void *memory = malloc(10);
	EXPORT(&module, void (*)(void *, size_t), "work")(memory, 10);
	CHECK_EQUAL(1, module_live(&module));
	CHECK(strcmp(last_record().text, "worked") == 0);
	CHECK_EQUAL(0, relib_rt_run_destructors(module.ledger, 1000));
	CHECK_EQUAL(1, *(int *)module_symbol(&module, "destroyed"));
	module_close(&module);
	CHECK_EQUAL(1, module.freed);
}

TEST(says_that_a_module_has_a_newer_kit)
{
	struct module module = module_open_unattached("newer_kit");
	relib_ledger *ledger = relib_rt_ledger_open("newer", 1);
	CHECK_EQUAL(2, relib_rt_attach(ledger, module_symbol(&module, "relib_module")));
	CHECK(*(void **)module_symbol(&module, "attached_host") == NULL);
	relib_rt_ledger_close(ledger);
	CHECK_EQUAL(0, dlclose(module.library));
}

/* Values that kits of the first version were compiled with. */
TEST(keeps_the_offsets_of_the_first_version)
{
	CHECK_EQUAL(1, RELIB_ABI_VERSION);
	CHECK_EQUAL(40, offsetof(relib_module_descriptor, attach));
	CHECK_EQUAL(48, offsetof(relib_module_descriptor, run_destructor));
	CHECK_EQUAL(56, offsetof(relib_module_descriptor, end_statics));
	CHECK_EQUAL(8, offsetof(relib_host, allocated));
	CHECK_EQUAL(64, offsetof(relib_host, thread_join_until));
	CHECK_EQUAL(72, offsetof(relib_host, thread_at_exit));
	CHECK_EQUAL(104, offsetof(relib_host, descriptor_opened));
	CHECK_EQUAL(128, offsetof(relib_host, unmapping));
}

/*
 * Attaches modules to their ledgers, and takes leave of them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "callbacks.h"
#include "dependencies.h"
#include "host_table.h"
#include "ledger.h"
#include "locals.h"
#include "redirect.h"
#include "relib_bindings.h"

#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <string.h>

uint32_t relib_rt_version(void)
{
	return RELIB_RT_VERSION;
}

static _Thread_local struct {
	relib_ledger *ledger;
	const char *path;
} expected;

static _Thread_local void (*forwarded)(relib_attach_function attach);

void relib_rt_forward(void (*bind)(relib_attach_function attach))
{
	forwarded = bind;
}

static void (*first_forward)(void (*bind)(relib_attach_function attach));

/* An older one can not pass on: its modules are bound by relib_rt_attach alone. */
static void find_first(void)
{
	void *first = dlopen("librelib_rt.so", RTLD_LAZY | RTLD_NOLOAD);
	void *address = first != NULL ? dlsym(first, "relib_rt_forward") : NULL;
	if (address != NULL) {
		memcpy(&first_forward, &address, sizeof(address));
	}
	if (first_forward == relib_rt_forward) {
		first_forward = NULL;
	}
}

void relib_rt_expect(relib_ledger *ledger, const char *path)
{
	static pthread_once_t looked = PTHREAD_ONCE_INIT;
	pthread_once(&looked, find_first);
	expected.ledger = ledger;
	expected.path = path;
	if (first_forward != NULL) {
		first_forward(ledger != NULL ? relib_rt_bind : NULL);
	}
}

int relib_rt_compute_as_java(void)
{
	relib_computing before;
	relib_compute_as_java(&before);
	return relib_computing_of(&before) != RELIB_COMPUTING_OF_JAVA;
}

/* A module in the program itself is never unloaded, and we may be a part of that program. */
static bool is_in_program(const void *address)
{
	Dl_info info;
	void *found = NULL;
	return dladdr1(address, &info, &found, RTLD_DL_LINKMAP) == 0 || ((struct link_map *)found)->l_name[0] == '\0';
}

/* The hooks of the kit that a library was built with may be fewer than ours. */
static void redirect_once(relib_ledger *ledger, const void *address)
{
	ledger->has_kit = true;
	if (ledger->redirected == NULL && !is_in_program(address)) {
		redirect(ledger, address);
	}
}

/* By path: the libraries that it needs may have hooks as well, and stay when it goes. */
void relib_rt_bind(relib_attach_function attach)
{
	if (forwarded != NULL) {
		forwarded(attach);
		return;
	}
	Dl_info library;
	void *address;
	memcpy(&address, &attach, sizeof(address));
	if (expected.ledger != NULL && dladdr(address, &library) != 0 && strcmp(library.dli_fname, expected.path) == 0) {
		signals_attach(&expected.ledger->signals, address, &expected.ledger->log);
		attach(host_table_for(expected.ledger), expected.ledger);
		redirect_once(expected.ledger, address);
	}
}

#define HAS(field) RELIB_HAS(relib_module_descriptor, module, field)

int relib_rt_attach(relib_ledger *ledger, const relib_module_descriptor *module)
{
	if (module->abi_version != RELIB_ABI_VERSION || !HAS(attach)) {
		return 1;
	}
	if (HAS(run_destructor)) {
		locals_run_by(&ledger->locals, module->run_destructor);
	}
	if (HAS(end_statics)) {
		ledger->end_statics = module->end_statics;
	}
	signals_attach(&ledger->signals, module, &ledger->log);
	if (!module->attach(host_table_for(ledger), ledger)) {
		return 2;
	}
	redirect_once(ledger, module);
	return 0;
}

void relib_rt_construct(void *library)
{
	struct link_map *map;
	if (dlinfo(library, RTLD_DI_LINKMAP, &map) == 0) {
		run_deferred_constructors(map->l_ld);
	}
}

uint64_t relib_rt_redirect(relib_ledger *ledger, void *library)
{
	struct link_map *map;
	if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0) {
		return 0;
	}
	signals_attach(&ledger->signals, map->l_ld, &ledger->log);
	bool redirected = redirect(ledger, map->l_ld) != NULL;
	run_deferred_constructors(map->l_ld);
	return redirected ? relib_rt_module_base((uintptr_t)map->l_ld) : 0;
}

void relib_rt_redirect_needed(relib_ledger *ledger, void *library)
{
	dependencies_redirect(ledger, library);
}

void relib_rt_end_statics(relib_ledger *ledger)
{
	struct parts parts = dependencies_of(ledger);
	for (size_t i = 0; i < parts.count; i++) {
		signals_restore(&parts.ledgers[i]->signals);
	}
	if (ledger->end_statics != NULL) {
		ledger->end_statics();
	}
}

void relib_rt_before_close(relib_ledger *ledger)
{
	struct parts parts = dependencies_of(ledger);
	for (size_t i = 0; i < parts.count; i++) {
		signals_restore(&parts.ledgers[i]->signals);
		callbacks_stop(parts.ledgers[i], &ledger->log);
		atomic_store(&parts.ledgers[i]->threads.closing, true);
	}
	dependencies_adopt_keys(ledger);
	dependencies_leave(ledger);
}

uint64_t relib_rt_module_base(uint64_t address)
{
	Dl_info info;
	return dladdr((void *)(uintptr_t)address, &info) != 0 ? (uintptr_t)info.dli_fbase : 0;
}

uint64_t relib_rt_module_end(uint64_t address)
{
	return library_range((const void *)(uintptr_t)address).end;
}

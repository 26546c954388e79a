/*
 * Ledgers and what they offer to a module.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HOST(add_allocation, remove_allocation)                                                        \
	{                                                                                                  \
		.abi_version = RELIB_ABI_VERSION,                                                              \
		.struct_size = sizeof(relib_host),                                                             \
		.allocated = add_allocation,                                                                   \
		.releasing = remove_allocation,                                                                \
		.thread_create = threads_create,                                                               \
		.thread_join = threads_join,                                                                   \
		.thread_detach = threads_detach,                                                               \
		.panicked = panics_put,                                                                        \
		.log = log_put,                                                                                \
		.thread_join_until = threads_join_until,                                                       \
		.thread_at_exit = locals_add,                                                                  \
		.key_create = keys_create,                                                                     \
		.key_set = keys_set,                                                                           \
		.key_delete = keys_delete,                                                                     \
		.descriptor_opened = descriptors_opened,                                                       \
		.descriptors_closing = descriptors_closing,                                                    \
		.mapped = mappings_add,                                                                        \
		.unmapping = mappings_remove,                                                                  \
	}

static const relib_host host = HOST(allocations_add, allocations_remove);

/* A table of its own, so that allocations cost nothing where no stacks are kept. */
static const relib_host sampling_host = HOST(sites_add, sites_remove);

static const relib_host *host_for(const relib_ledger *ledger)
{
	return ledger->sites != NULL ? &sampling_host : &host;
}

uint32_t relib_rt_version(void)
{
	return RELIB_RT_VERSION;
}

relib_ledger *relib_rt_ledger_open(const char *name, uint64_t id)
{
	size_t name_size = strlen(name) + 1;
	size_t size = sizeof(relib_ledger) + name_size;
	void *memory;
	if (posix_memalign(&memory, _Alignof(relib_ledger), size) != 0) {
		return NULL;
	}
	relib_ledger *ledger = memset(memory, 0, size);
	stack_prepare();
	pthread_mutex_init(&ledger->threads.lock, NULL);
	ledger->id = id;
	ledger->process = getpid();
	signals_note();
	memcpy(ledger->name, name, name_size);
	return ledger;
}

void relib_rt_ledger_close(relib_ledger *ledger)
{
	if (ledger == NULL) {
		return;
	}
	allocations_close(ledger);
	sites_close(ledger);
	threads_close(ledger);
	locals_close(ledger);
	keys_close(ledger);
	descriptors_close(ledger);
	mappings_close(ledger);
	signals_close(ledger);
	free(ledger);
}

static _Thread_local struct {
	relib_ledger *ledger;
	const char *path;
} expected;

void relib_rt_expect(relib_ledger *ledger, const char *path)
{
	expected.ledger = ledger;
	expected.path = path;
}

/* By path, as the libraries that it needs may have hooks as well, and stay when it goes. */
void relib_rt_bind(bool (*attach)(const relib_host *host, relib_ledger *ledger))
{
	Dl_info library;
	void *address;
	memcpy(&address, &attach, sizeof(address));
	if (expected.ledger != NULL && dladdr(address, &library) != 0 && strcmp(library.dli_fname, expected.path) == 0) {
		attach(host_for(expected.ledger), expected.ledger);
	}
}

void relib_rt_end_statics(relib_ledger *ledger)
{
	signals_drop_handlers(ledger);
	if (ledger->end_statics != NULL) {
		ledger->end_statics();
	}
}

void relib_rt_before_close(relib_ledger *ledger)
{
	signals_drop_handlers(ledger);
	atomic_store(&ledger->threads.closing, true);
}

int relib_rt_attach(relib_ledger *ledger, const relib_module_descriptor *module)
{
	if (module->abi_version != RELIB_ABI_VERSION || !RELIB_HAS(relib_module_descriptor, module, attach)) {
		return 1;
	}
	if (RELIB_HAS(relib_module_descriptor, module, run_destructor)) {
		locals_run_by(ledger, module->run_destructor);
	}
	if (RELIB_HAS(relib_module_descriptor, module, end_statics)) {
		ledger->end_statics = module->end_statics;
	}
	signals_attach(ledger, module);
	return module->attach(host_for(ledger), ledger) ? 0 : 2;
}

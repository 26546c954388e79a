/*
 * Ledgers and what they offer to a module.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "ledger.h"

#include <stdlib.h>
#include <string.h>

static const relib_host host = {
	.abi_version = RELIB_ABI_VERSION,
	.struct_size = sizeof(relib_host),
	.allocated = allocations_add,
	.releasing = allocations_remove,
	.thread_create = threads_create,
	.thread_join = threads_join,
	.thread_detach = threads_detach,
	.panicked = panics_put,
	.log = log_put,
	.thread_join_until = threads_join_until,
};

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
	pthread_mutex_init(&ledger->threads.lock, NULL);
	ledger->id = id;
	memcpy(ledger->name, name, name_size);
	return ledger;
}

void relib_rt_ledger_close(relib_ledger *ledger)
{
	if (ledger == NULL) {
		return;
	}
	allocations_close(ledger);
	threads_close(ledger);
	free(ledger);
}

void relib_rt_opening(relib_ledger *ledger)
{
	(void)ledger;
}

int relib_rt_attach(relib_ledger *ledger, const relib_module_descriptor *module)
{
	if (module->abi_version != RELIB_ABI_VERSION || module->struct_size < sizeof(*module)) {
		return 1;
	}
	return module->attach(&host, ledger) ? 0 : 2;
}

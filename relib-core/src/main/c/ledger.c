/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "ledger.h"

#include "callbacks.h"
#include "dependencies.h"
#include "descriptors.h"
#include "destructors.h"
#include "key_table.h"
#include "keys.h"
#include "mappings.h"
#include "redirect.h"
#include "stack.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

relib_ledger *relib_rt_ledger_open(const char *name, uint64_t id)
{
	size_t name_size = strlen(name) + 1;
	size_t size = sizeof(relib_ledger) + name_size;
	void *memory;
	if (posix_memalign(&memory, _Alignof(relib_ledger), size) != 0) {
		return NULL;
	}
	relib_ledger *ledger = memset(memory, 0, size);
	memcpy(ledger->name, name, name_size);
	ledger->log.id = id;
	ledger->log.name = ledger->name;
	ledger->allocations.process = getpid();
	threads_open(&ledger->threads);
	stack_prepare();
	key_table_prepare();
	signals_note();
	return ledger;
}

void relib_rt_sample_sites(relib_ledger *ledger, uint64_t every)
{
	sites_close(ledger->sites);
	ledger->sites = every != 0 ? sites_open(ledger, every) : NULL;
}

void relib_rt_leave_allocations(relib_ledger *ledger)
{
	ledger->leaves_allocations = true;
}

void relib_rt_ledger_close(relib_ledger *ledger)
{
	if (ledger == NULL) {
		return;
	}
	dependencies_close(ledger);
	redirect_close(ledger);
	callbacks_close(ledger);
	allocations_close(&ledger->allocations);
	sites_close(ledger->sites);
	threads_close(&ledger->threads);
	destructors_close(&ledger->locals);
	keys_close(&ledger->locals);
	descriptors_forget(ledger);
	mappings_forget(ledger);
	signals_close(&ledger->signals);
	free(ledger);
}

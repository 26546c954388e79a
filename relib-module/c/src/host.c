/*
 * The host that the module is attached to.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

KIT_SHARED _Atomic(const relib_host *) attached_host;
KIT_SHARED struct relib_ledger *attached_ledger;
KIT_SHARED pid_t attached_process;

/* The table that the host has passed; attached_host is the completed copy of it. */
static const relib_host *passed_table;

/* Constructors of other parts of the module may run before all of the kit's. */
KIT_SHARED const relib_host *attached_late(void)
{
	resolve();
	return atomic_load_explicit(&attached_host, memory_order_acquire);
}

KIT_SHARED bool stay_mapped(void)
{
	Dl_info self;
	return dladdr(&attached_ledger, &self) != 0
		   && dlopen(self.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE) != NULL;
}

/* After an unload, a thread or a key's destructor that the host does not know would run in unmapped code. */
static bool constructors_left_something(void)
{
	return atomic_load(&early_threads) > 0 || atomic_load(&early_keys) > 0;
}

bool relib_module_attach(const relib_host *host, struct relib_ledger *ledger)
{
	if (attached() != NULL) { /* the host has announced the library, and attached when it was opened */
		return passed_table == host && attached_ledger == ledger;
	}
	bool stays = constructors_left_something() && stay_mapped();
	if (host->abi_version != RELIB_ABI_VERSION || host->struct_size < offsetof(relib_host, allocated)) {
		return false;
	}
	passed_table = host;
	attached_ledger = ledger;
	attached_process = getpid();
	atomic_store_explicit(&attached_host, complete(host), memory_order_release);
	if (stays) {
		relib_log(RELIB_WARN,
				  "a constructor has left a thread or a thread-specific key: the library can never be unmapped");
	}
	return true;
}

/*
 * The C library's own functions behind the hooks.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

#define DEFINE(name) KIT_SHARED _Atomic(__typeof__(&name)) real_##name;
NEEDED_FUNCTIONS(DEFINE)
OPTIONAL_FUNCTIONS(DEFINE)

static atomic_bool resolved;

/* RTLD_NEXT would pass over an allocator that was preloaded. */
static void *find(const char *name, bool needed)
{
	void *address = dlsym(RTLD_DEFAULT, name);
	if (address == NULL && needed) {
		fprintf(stderr, "relib: the process has no function %s\n", name);
		__builtin_trap(); /* abort is hooked */
	}
	return address;
}

#define RESOLVE(name, needed)                                                                          \
	{                                                                                                  \
		void *address = find(#name, needed);                                                           \
		__typeof__(&name) function;                                                                    \
		memcpy(&function, &address, sizeof(function));                                                 \
		atomic_store_explicit(&real_##name, function, memory_order_relaxed);                           \
	}
#define RESOLVE_NEEDED(name) RESOLVE(name, true)
#define RESOLVE_OPTIONAL(name) RESOLVE(name, false)

/* Asks the host's runtime library, if the process has one, to attach before constructors of the module run. */
static void announce_module(void)
{
	void *runtime = dlopen("librelib_rt.so", RTLD_LAZY | RTLD_NOLOAD);
	void *address = runtime != NULL ? dlsym(runtime, "relib_rt_bind") : NULL;
	if (address != NULL) {
		void (*bind)(bool (*attach)(const relib_host *, struct relib_ledger *));
		memcpy(&bind, &address, sizeof(bind));
		bind(relib_module_attach);
	}
	if (runtime != NULL) {
		dlclose(runtime);
	}
}

/*
 * Runs before the module's own constructors. One of them may wait for another thread, which would wait in dlsym
 * for the dynamic linker's lock, which the thread that opens the library holds. For the same reason threads that
 * come here at once do not wait for each other: all store the same. Memory that dlsym itself allocates bypasses
 * the hooks.
 */
__attribute__((constructor(101))) KIT_SHARED void resolve(void)
{
	if (!atomic_load_explicit(&resolved, memory_order_acquire)) {
		NEEDED_FUNCTIONS(RESOLVE_NEEDED)
		OPTIONAL_FUNCTIONS(RESOLVE_OPTIONAL)
		atomic_store_explicit(&resolved, true, memory_order_release);
		announce_module();
	}
}

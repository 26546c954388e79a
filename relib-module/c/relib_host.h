/*
 * relib module kit: what host and kit say to each other. Modules get this by relib_module.h; a host needs
 * nothing else of the kit.
 *
 * Kits and hosts of different ages work together. Both tables, relib_module_descriptor and relib_host, begin
 * with the version of the interface and the size that their side was compiled with; fields are only added at
 * the end, and keep their meaning. Each side asks the other's table for each field by RELIB_HAS before it uses
 * the field, and does without the fields that are missing. Another abi_version is another interface: refused.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_HOST_H
#define RELIB_HOST_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RELIB_ABI_VERSION 1u

/*
 * Whether a table of this type, which the other side has compiled, has a field: the table reaches past the
 * field, and the field is not NULL.
 */
#define RELIB_HAS(type, table, field)                                                                  \
	(offsetof(type, field) + sizeof((table)->field) <= (table)->struct_size && (table)->field != NULL)

/* An export's outcome, which it leaves in *success. */
#define RELIB_PANICKED 0
#define RELIB_RETURNED 1
#define RELIB_IMPORT_FAILED 2
#define RELIB_DECLARED_ERROR 3

/* UTF-8 text, not terminated, that its owner lends. ptr is NULL only if len is 0. */
typedef struct relib_str {
	const char *ptr;
	size_t len;
} relib_str;

/* Levels of log records. */
typedef enum relib_level {
	RELIB_TRACE = 0,
	RELIB_DEBUG = 1,
	RELIB_INFO = 2,
	RELIB_WARN = 3,
	RELIB_ERROR = 4
} relib_level;

/* The host's account of one module, opaque to the kit. */
struct relib_ledger;

struct relib_host;

/*
 * A module's description of itself, its symbol relib_module. A host reads the texts before it runs any code of
 * the module. All pointers are into the module's image.
 */
typedef struct relib_module_descriptor {
	uint32_t abi_version;
	uint32_t struct_size;
	relib_str build_info; /* lines "key value" */
	relib_str contract;   /* canonical text, see RELIB_MODULE */
	/*
	 * Binds the module's hooks to a host. Owner thread, once, right after the library was opened and before any
	 * other function of the module. The host owns both host and ledger, which outlive the module. Returns false,
	 * and binds nothing, if the host's abi_version is another one.
	 */
	bool (*attach)(const struct relib_host *host, struct relib_ledger *ledger);
	/*
	 * Calls a destructor of one of the module's thread-locals or keys, and returns: one that panics, or whose
	 * import fails, is given up and logged. Any thread, after attach.
	 */
	void (*run_destructor)(void (*destructor)(void *), void *object);
	/*
	 * Destroys the module's static objects and runs what the module has registered by atexit; dlclose would do
	 * so with the dynamic linker's lock held. Whatever fails is given up and logged. Owner thread, once, before
	 * dlclose. The host calls nothing of the module from then on.
	 */
	void (*end_statics)(void);
} relib_module_descriptor;

/* The owner of a descriptor, which is closed in the descriptor's stead. */
typedef enum relib_holder { RELIB_NOBODY = 0, RELIB_FILE = 1, RELIB_DIR = 2 } relib_holder;

/*
 * The functions that a host offers to the kit's hooks. Each may be called from any thread, also while the
 * library is opened or closed, until dlclose has returned, and leaves errno as it was. Where a host lacks one,
 * the hook does as the C library does. A resource is tracked if the host has the functions for both its
 * beginning and its end.
 */
typedef struct relib_host {
	uint32_t abi_version;
	uint32_t struct_size;
	/* The module has got ptr (not NULL) from the C library's allocator. */
	void (*allocated)(struct relib_ledger *ledger, void *ptr, size_t size);
	/*
	 * The module is about to give ptr (not NULL) back, or to hand it to a function that may. Returns the
	 * size it was allocated with, RELIB_UNTRACKED if the host does not know it. A module that has ptr
	 * after all (realloc failed) tells it anew by `allocated`.
	 */
	size_t (*releasing)(struct relib_ledger *ledger, void *ptr);
	/* As pthread_create, pthread_join and pthread_detach, for threads that the module owns. */
	int (*thread_create)(struct relib_ledger *ledger, pthread_t *thread, const pthread_attr_t *attributes,
						 void *(*start)(void *), void *argument, const void *origin);
	int (*thread_join)(struct relib_ledger *ledger, pthread_t thread, void **result);
	int (*thread_detach)(struct relib_ledger *ledger, pthread_t thread);
	/* The calling thread's export panicked with this text. The text is copied. */
	void (*panicked)(struct relib_ledger *ledger, const char *text, size_t len);
	/* A record for the module's logger. The text is copied. */
	void (*log)(struct relib_ledger *ledger, int level, const char *text, size_t len);
	/* As pthread_clockjoin_np (clock: a clockid_t); without a deadline as pthread_tryjoin_np. */
	int (*thread_join_until)(struct relib_ledger *ledger, pthread_t thread, void **result, int clock,
							 const struct timespec *deadline);
	/* As __cxa_thread_atexit_impl, with the module as the library. */
	int (*thread_at_exit)(struct relib_ledger *ledger, void (*destructor)(void *), void *object);
	/* As pthread_key_create, pthread_setspecific and pthread_key_delete. */
	int (*key_create)(struct relib_ledger *ledger, pthread_key_t *key, void (*destructor)(void *));
	int (*key_set)(struct relib_ledger *ledger, pthread_key_t key, const void *value);
	int (*key_delete)(struct relib_ledger *ledger, pthread_key_t key);
	/* The module has got a descriptor, which holder (a FILE or DIR as kind says, else NULL) will close. */
	void (*descriptor_opened)(struct relib_ledger *ledger, int fd, relib_holder kind, void *holder,
							  const void *origin);
	/* The module is about to close these, whoever opened them. Returns whether any was known as a module's. */
	bool (*descriptors_closing)(struct relib_ledger *ledger, unsigned first, unsigned last);
	/* The module has mapped memory; what was known in that range is replaced. Sizes are rounded to pages. */
	void (*mapped)(struct relib_ledger *ledger, void *address, size_t length, const void *origin);
	/* The module is about to unmap it. Returns whether the host knew any of it as a module's. */
	bool (*unmapping)(struct relib_ledger *ledger, void *address, size_t length);
} relib_host;

#define RELIB_UNTRACKED SIZE_MAX

#ifdef __cplusplus
}
#endif

#endif

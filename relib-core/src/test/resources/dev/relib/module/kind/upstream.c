/* SPDX-License-Identifier: Apache-2.0 */
/* A library with all that upstream's runtime puts into one, in a version of the test's choice. */
#include <stddef.h>

#define SHOW __attribute__((visibility("default")))
#define FUNCTION(name) SHOW void __relib_____Internal___Exports____##name(void); \
	void __relib_____Internal___Exports____##name(void) {}
#define SLOT(name) SHOW void (*__relib_____Internal___Imports____##name)(void);

static const char text[] = "1.95.0 (59807616e 2026-04-14)|" TARGET "|22.1.2|" VERSION "|" UNLOADING;

SHOW const struct {
	const char *ptr;
	size_t len;
} __RELIB__CRATE_COMPILATION_INFO__ = { text, sizeof text - 1 };

FUNCTION(init)
FUNCTION(exit)
FUNCTION(take_cached_allocs_before_exit)
FUNCTION(lock_module_allocator)
FUNCTION(spawned_threads_count)
FUNCTION(run_thread_local_dtors)
FUNCTION(misc_cleanup)
FUNCTION(set_dealloc_callback)
SLOT(on_alloc)
SLOT(on_cached_allocs)
SLOT(unrecoverable)
SLOT(is_ptr_allocated)
MORE

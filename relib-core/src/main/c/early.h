/*
 * Opens a library for a moment so that the libraries that come with it are redirected before their constructors run.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_EARLY_H
#define RELIB_EARLY_H

#include "relib_rt.h"

#pragma GCC visibility push(default)

/* Whether a library with this name, or this soname, is loaded. Any thread. */
uint64_t relib_rt_has_library(const char *name);

/*
 * Opens a module's library together with those that it needs. They are redirected as soon as they are bound; the
 * constructors run of all but the module's own, which are deferred in its file. `gate` is a file in the same directory
 * that does not exist, neither before nor after. Returns a handle for relib_rt_open_early_done, NULL if the library
 * cannot be opened in this way. The thread that opens the library, right before it.
 */
void *relib_rt_open_early(relib_ledger *module, const char *path, const char *gate);

/* The library is open, or the loader has refused it. */
void relib_rt_open_early_done(void *early);

#pragma GCC visibility pop

#endif

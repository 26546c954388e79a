/*
 * Libraries that a module has brought into the process and that nobody else needs: parts of it. Each has a ledger of
 * its own; whose part it is, is found out when it is asked for, as others may come to need it and may leave again.
 *
 * Any thread, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_DEPENDENCIES_H
#define RELIB_DEPENDENCIES_H

#include "ledger.h"

#define MOST_PARTS 64

/* The ledgers of a module's library and of its parts. */
struct parts {
	relib_ledger *ledgers[1 + MOST_PARTS];
	size_t count;
};

/* Redirects the libraries that have come with the one that dlopen has returned. Owner thread, once. */
void dependencies_redirect(relib_ledger *module, const void *handle);

struct image;

/*
 * The same, and no more than that, for images that are marked as going, but the module's own. Inside of dlopen, before
 * constructors run.
 */
void dependencies_redirect_early(relib_ledger *module, const struct image *images, uintptr_t own);

/*
 * Has the ledgers of the module and its parts take over thread-specific keys that were made behind the host's back:
 * in a constructor, or through a pointer. Owner thread.
 */
void dependencies_adopt_keys(relib_ledger *module);

/* The module's ledger comes first. The caller owns nothing. */
struct parts dependencies_of(relib_ledger *module);

/* The same; those parts are to end with the module, until somebody else comes to need them. Owner thread. */
struct parts dependencies_end(relib_ledger *module);

/*
 * Where the library begins that has an address and that the module has brought, and its path, terminated; 0 if there is
 * none. It may have gone with the module.
 */
uintptr_t dependencies_at(const relib_ledger *module, uintptr_t address, char *path, size_t size);

/* Remembers which parts are to go with the module. Owner thread, right before dlclose. */
void dependencies_leave(relib_ledger *module);

/* Closes the ledgers of the parts that have gone; those that stay are as before. The module's library is unmapped. */
void dependencies_close(relib_ledger *module);

#endif

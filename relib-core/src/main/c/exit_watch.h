/*
 * The end of the process: destructors of the modules that are still loaded run then, when no thread can call Java any
 * more. One that waits for a thread which has called an import would wait for ever. So a thread of ours watches the
 * one that exits: the process ends with its status, and without the rest of the destructors, if a module's destructor
 * has slept at one place for two seconds, or has not returned after ten. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_EXIT_WATCH_H
#define RELIB_EXIT_WATCH_H

#include "rebind.h"

#include <stdbool.h>

/* From now on the modules' code is this. Takes ownership; NULL if memory was short: the former stays. */
void exit_watch(struct address_range *code, size_t count);

/*
 * Has the watch begin before all that was registered for the end of the process until now: the latest comes first.
 * Whenever a library stays that has run.
 */
void exit_watch_renew(void);

/* Whether the process ends, so that Java has stopped. */
bool exit_watch_has_begun(void);

#endif

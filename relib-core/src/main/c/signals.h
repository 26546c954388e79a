/*
 * Signal handlers: none may point into a library that is unmapped. Any thread, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_SIGNALS_H
#define RELIB_SIGNALS_H

#include "log.h"
#include "rebind.h"

/* A module's; in a list of all. All zero: not attached. Behind a lock of their own. */
struct signals {
	struct signals *next;
	struct address_range code; /* where the module is mapped */
};

/* Notes which handlers the process has that are no module's. Before a library is opened. */
void signals_note(void);

/*
 * From now on, handlers in the library that contains address are the module's. The caller owns signals, until
 * signals_close.
 */
void signals_attach(struct signals *signals, const void *address);

/* As relib_rt_end_statics says of handlers; source's log tells. Owner thread. */
void signals_drop_handlers(const struct signals *signals, const struct log_source *source);

/* Precondition: the module's library is unmapped, or was never attached. */
void signals_close(struct signals *signals);

#endif

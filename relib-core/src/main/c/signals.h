/*
 * Signals: no handler may point into a library that is unmapped, and what a module has changed ends with it. Any
 * thread, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_SIGNALS_H
#define RELIB_SIGNALS_H

#include "log.h"
#include "rebind.h"

#include <signal.h>
#include <stdatomic.h>

/* A module's; in a list of all. All zero: not attached. Behind a lock of their own. */
struct signals {
	struct signals *next;
	struct address_range code; /* where the module is mapped */
	const struct log_source *source;
	_Atomic uint64_t told; /* a bit for each signal of which the log tells already */
};

/* Notes which handlers the process has that are no module's. Before a library is opened. */
void signals_note(void);

/*
 * From now on, handlers in the library that contains address are the module's, and what it has signals do is known;
 * source's log tells. The second time changes nothing. The caller owns signals and source, until signals_close.
 */
void signals_attach(struct signals *signals, const void *address, const struct log_source *source);

/* As relib_rt_end_statics says of handlers. Owner thread. */
void signals_restore(const struct signals *signals);

/* Hooks of sigaction, signal, sysv_signal and sigignore, called through trampolines only. */
typedef void handler(int number);
int redirected_sigaction(int number, const struct sigaction *new, struct sigaction *old);
handler *redirected_signal(int number, handler *function);
handler *redirected_sysv_signal(int number, handler *function);
int redirected_sigignore(int number);

/* As sigaction, for the attached library that has called this. */
int signals_of_caller(int number, const struct sigaction *new, struct sigaction *old);

/* Precondition: the module's library is unmapped, or was never attached. */
void signals_close(struct signals *signals);

#endif

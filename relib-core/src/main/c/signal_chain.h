/*
 * What modules have signals do. The kernel calls a function of this library, which calls the latest handler; where
 * that passes on what it found before, the next earlier handler of a module that is still there is called, and at last
 * the process's own. So a module never holds an address of another one, and one that goes leaves no gap.
 *
 * Any thread, also in handlers of signals, unless a function says otherwise.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_SIGNAL_CHAIN_H
#define RELIB_SIGNAL_CHAIN_H

#include <signal.h>
#include <stdbool.h>

/* Where a module's own action comes from; compared only. */
struct signals;

/*
 * As sigaction, for a module. own is what the process has now without any module, which is remembered if this is the
 * first module's. Returns -1 and sets errno as sigaction does.
 */
int chain_change(const struct signals *owner, int number, const struct sigaction *new, struct sigaction *old,
				 const struct sigaction *own);

/* What chain_forget has found. */
enum left { LEFT_NOTHING, LEFT_DISPOSITION, LEFT_HANDLER };

/*
 * Forgets a module's action, and waits a short time for its handler to return where that runs. result is then what the
 * signal does. Not in a handler.
 */
enum left chain_forget(const struct signals *owner, int number, struct sigaction *result);

/* The action that a module has set; false if none. */
bool chain_find(const struct signals *owner, int number, struct sigaction *action);

/* Whether the calling thread is in a handler that was called by the chain. */
bool chain_is_running(void);

/* Whether the signal tells of what its thread did, and comes again at once where it is ignored. */
bool is_synchronous(int number);

/* Whether the signal ends or stops a process that does nothing about it. */
bool disturbs_by_default(int number);

#endif

/*
 * Functions that modules have registered by on_exit: they run in the unload. The kit sees to atexit, and the C library
 * forgets those of at_quick_exit when it unmaps their library.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_EXIT_CALLS_H
#define RELIB_EXIT_CALLS_H

#include "relib_rt.h"

/*
 * Runs the ledger's, latest first, as the end of the process would. Precondition: the lock of callback_list.h is held;
 * it is let go meanwhile.
 */
void exit_calls_run(const relib_ledger *ledger);

#endif

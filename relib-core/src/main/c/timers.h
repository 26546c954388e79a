/*
 * Timers of modules (timer_create): they go with their module.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_TIMERS_H
#define RELIB_TIMERS_H

#include "relib_rt.h"

/* Deletes the ledger's timers, and returns how many. Precondition: the lock of callback_list.h is held. */
size_t timers_delete(const relib_ledger *ledger);

#endif

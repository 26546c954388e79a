/*
 * Letters that modules have taught printf (register_printf_specifier).
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_PRINT_FORMATS_H
#define RELIB_PRINT_FORMATS_H

#include "relib_rt.h"

/* Takes the ledger's back, and returns how many. Precondition: the lock of callback_list.h is held. */
size_t formats_forget(const relib_ledger *ledger);

#endif

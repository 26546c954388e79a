/*
 * A module that lets the C library allocate, move and free memory for it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "relib_module.h"
#include "texts.h"

RELIB_MODULE("1.0.0", "")

#define VALUE(name) .name = name,

RELIB_VISIBLE extern struct texts texts;
struct texts texts = {
	TEXT_FUNCTIONS(VALUE)
};

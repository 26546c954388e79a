/*
 * A graph of values, and the kit's functions for it as the module has them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_VALUES_H
#define RELIB_VALUES_H

#include "relib_module.h"

typedef enum Mode { MODE_A = 0, MODE_B = 1 } Mode;

typedef struct Item {
	int8_t kind;
	relib_string name;
	Mode mode;
	relib_string_list tags;
	relib_i16_array codes;
} Item;

typedef struct Items {
	Item *ptr;
	size_t len;
} Items;

typedef struct Shelf {
	Item first;
	Items items;
	bool full;
} Shelf;

struct values {
	const relib_type *shelf;
	__typeof__(&relib_value_free) free;
	__typeof__(&relib_value_copy) copy;
	__typeof__(&relib_value_box) box;
	__typeof__(&relib_value_unbox) unbox;
};

#endif

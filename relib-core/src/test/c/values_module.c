/*
 * Describes the types as generated bindings do.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "values.h"

static const relib_type relib_type_Mode = RELIB_ENUM_TYPE(Mode, 2);

static const relib_part relib_parts_Item[] = {
	{offsetof(Item, name), &relib_type_string},
	{offsetof(Item, mode), &relib_type_Mode},
	{offsetof(Item, tags), &relib_type_string_list},
	{offsetof(Item, codes), &relib_type_i16_array},
};
static const relib_type relib_type_Item = RELIB_RECORD_TYPE(Item, relib_parts_Item);
static const relib_type relib_type_Items = RELIB_SEQUENCE_TYPE(Items, Item, &relib_type_Item);

static const relib_part relib_parts_Shelf[] = {
	{offsetof(Shelf, first), &relib_type_Item},
	{offsetof(Shelf, items), &relib_type_Items},
};
static const relib_type relib_type_Shelf = RELIB_RECORD_TYPE(Shelf, relib_parts_Shelf);

RELIB_MODULE("1.0.0", "")

RELIB_VISIBLE extern const struct values values;
const struct values values = {&relib_type_Shelf, relib_value_free, relib_value_copy, relib_value_box,
							  relib_value_unbox};

RELIB_EXPORT void __relib__Values_check(uint8_t *success, const Shelf *shelf);
RELIB_EXPORT void __relib__Values_check(uint8_t *success, const Shelf *shelf)
{
	RELIB_BOUNDARY(success, return);
	relib_value_check(&relib_type_Shelf, shelf);
	relib_boundary_leave(&relib_boundary_here, success);
}

RELIB_EXPORT void __relib__Values_numbers(uint8_t *success, const int64_t *numbers, size_t len);
RELIB_EXPORT void __relib__Values_numbers(uint8_t *success, const int64_t *numbers, size_t len)
{
	RELIB_BOUNDARY(success, return);
	relib_i64_array copied = relib_i64_array_of(numbers, len);
	relib_i64_array_free(&copied);
	relib_boundary_leave(&relib_boundary_here, success);
}

RELIB_EXPORT void __relib__Values_zeros(uint8_t *success, size_t len);
RELIB_EXPORT void __relib__Values_zeros(uint8_t *success, size_t len)
{
	RELIB_BOUNDARY(success, return);
	relib_i64_array zeros = relib_i64_array_new(len);
	relib_i64_array_free(&zeros);
	relib_boundary_leave(&relib_boundary_here, success);
}

RELIB_EXPORT void __relib__Values_take(uint8_t *success, Shelf *to, Shelf *box, void (*give_back)(void *));
RELIB_EXPORT void __relib__Values_take(uint8_t *success, Shelf *to, Shelf *box, void (*give_back)(void *))
{
	RELIB_BOUNDARY(success, return);
	relib_value_take(&relib_type_Shelf, to, box, give_back);
	relib_boundary_leave(&relib_boundary_here, success);
}

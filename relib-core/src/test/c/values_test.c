/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "values.h"

#include <string.h>

typedef void check_function(uint8_t *success, const Shelf *shelf);
typedef void numbers_function(uint8_t *success, const int64_t *numbers, size_t len);
typedef void zeros_function(uint8_t *success, size_t len);
typedef void take_function(uint8_t *success, Shelf *to, Shelf *box, void (*give_back)(void *));

static struct module module;
static const struct values *values;

/* What a host lends: nothing of it is the module's. */
static relib_string tags[] = {{"one", 3}, {NULL, 0}, {"three", 5}};
static int16_t codes[] = {1, -2, 300};
static Item items[] = {
	{1, {"first", 5}, MODE_B, {tags, 3}, {codes, 3}},
	{2, {(char *)1, 0}, MODE_A, {(relib_string *)1, 0}, {(int16_t *)1, 0}},
};
static Shelf shelf = {{3, {"inline", 6}, MODE_A, {tags + 2, 1}, {codes + 1, 1}}, {items, 2}, true};

static void open_module(void)
{
	module = module_open("values_module");
	values = module_symbol(&module, "values");
}

static void check_copy(const Shelf *copy)
{
	CHECK(copy->full && copy->first.kind == 3 && copy->items.len == 2);
	CHECK(copy->first.name.len == 6 && memcmp(copy->first.name.ptr, "inline", 6) == 0);
	CHECK(copy->first.name.ptr != shelf.first.name.ptr && copy->items.ptr != items);
	const Item *item = copy->items.ptr;
	CHECK(item->mode == MODE_B && item->tags.len == 3 && item->tags.ptr != tags && item->codes.len == 3);
	CHECK(item->tags.ptr[2].len == 5 && memcmp(item->tags.ptr[2].ptr, "three", 5) == 0);
	CHECK(item->tags.ptr[1].ptr == NULL && item->codes.ptr != codes && item->codes.ptr[2] == 300);
	CHECK(item[1].kind == 2 && item[1].name.ptr == NULL && item[1].tags.ptr == NULL && item[1].codes.ptr == NULL);
}

TEST(copies_a_value_and_all_that_it_points_to)
{
	Shelf copy;
	open_module();
	values->copy(values->shelf, &copy, &shelf);
	check_copy(&copy);
	CHECK_EQUAL(4 + 6, module_live(&module));
	values->free(values->shelf, &copy);
	CHECK_EQUAL(0, module_live(&module));
	CHECK(copy.first.name.ptr == NULL && copy.items.ptr == NULL && copy.items.len == 0 && copy.full);
	values->free(values->shelf, &copy);
	module_close(&module);
}

TEST(frees_a_box_with_all_that_it_points_to)
{
	Shelf copy;
	open_module();
	values->copy(values->shelf, &copy, &shelf);
	Shelf *box = values->box(values->shelf, &copy);
	check_copy(box);
	CHECK_EQUAL(4 + 6 + 1, module_live(&module));
	values->unbox(values->shelf, box);
	values->unbox(values->shelf, NULL);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

TEST(finds_an_enum_that_is_no_constant)
{
	uint8_t success = 9;
	int32_t unknown[] = {2, -1, INT32_MIN};
	open_module();
	check_function *check = EXPORT(&module, check_function *, "__relib__Values_check");
	check(&success, &shelf);
	CHECK_EQUAL(RELIB_RETURNED, success);
	for (int i = 0; i < 3; i++) {
		memcpy(&items[1].mode, &unknown[i], sizeof(items[1].mode));
		check(&success, &shelf);
		CHECK_EQUAL(RELIB_PANICKED, success);
	}
	CHECK(strcmp(last_panic(), "-2147483648 is no constant of Mode (0 to 1)") == 0);
	items[1].mode = MODE_A;
	memcpy(&shelf.first.mode, unknown, sizeof(shelf.first.mode));
	check(&success, &shelf);
	CHECK_EQUAL(RELIB_PANICKED, success);
	module_close(&module);
}

static int given_back;

static void give_back(void *box)
{
	given_back += box == &shelf;
}

TEST(gives_what_an_import_has_returned_back)
{
	Shelf taken;
	uint8_t success = 9;
	int32_t unknown = 2;
	open_module();
	take_function *take = EXPORT(&module, take_function *, "__relib__Values_take");
	take(&success, &taken, &shelf, give_back);
	CHECK_EQUAL(RELIB_RETURNED, success);
	CHECK_EQUAL(1, given_back);
	check_copy(&taken);
	values->free(values->shelf, &taken);
	memcpy(&items[1].mode, &unknown, sizeof(items[1].mode));
	take(&success, &taken, &shelf, give_back);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK_EQUAL(2, given_back);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

/* The size of one number more than there can be, in bytes, is that of one. */
static const size_t too_many = SIZE_MAX / sizeof(int64_t) + 2;

TEST(panics_if_the_size_of_a_copy_overflows)
{
	uint8_t success = 9;
	const int64_t numbers[] = {1, 2, 3};
	open_module();
	numbers_function *copy_numbers = EXPORT(&module, numbers_function *, "__relib__Values_numbers");
	copy_numbers(&success, numbers, 3);
	CHECK_EQUAL(RELIB_RETURNED, success);
	copy_numbers(&success, numbers, too_many);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "no memory for a copy of a relib_i64_array") == 0);
	zeros_function *make_zeros = EXPORT(&module, zeros_function *, "__relib__Values_zeros");
	make_zeros(&success, too_many);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "no memory for 2305843009213693953 elements of 8 bytes") == 0);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

TEST(panics_if_numbers_are_null)
{
	uint8_t success = 9;
	open_module();
	numbers_function *copy_numbers = EXPORT(&module, numbers_function *, "__relib__Values_numbers");
	copy_numbers(&success, NULL, 0);
	CHECK_EQUAL(RELIB_RETURNED, success);
	copy_numbers(&success, NULL, 2);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "relib_i64_array_of(NULL, 2)") == 0);
	module_close(&module);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "invalid_values.h"
#include "invalid_values_host.h"
#include "lengths.h"

RELIB_MODULE("1.2.3", RELIB_CONTRACT_LENGTHS RELIB_CONTRACT_INVALID_VALUES RELIB_CONTRACT_INVALID_VALUES_HOST)

static const relib_str broken = { "a\xc3(b", 4 };

static Part part(const char *name, Level level)
{
	return (Part){ .name = relib_string_of(name), .level = level };
}

/* The name of the second part is not UTF-8. */
static PartList parts(void)
{
	PartList list = part_list_new(2);
	list.ptr[0] = part("first", LEVEL_HIGH);
	list.ptr[1] = part(broken.ptr, LEVEL_LOW);
	return list;
}

relib_string invalid_values_text(void)
{
	return relib_string_copy(broken);
}

Level invalid_values_level(void)
{
	return (Level)7;
}

Part invalid_values_part(void)
{
	return part("name", (Level)7);
}

PartList invalid_values_parts(void)
{
	return parts();
}

relib_string_list invalid_values_texts(void)
{
	relib_string_list list = relib_string_list_new(2);
	list.ptr[0] = relib_string_of("first");
	list.ptr[1] = relib_string_copy(broken);
	return list;
}

bool invalid_values_fail(Failure *error)
{
	*error = (Failure){ .message = relib_string_of("message"), .parts = parts() };
	return false;
}

void invalid_values_pass_text(void)
{
	invalid_values_host_text(broken);
}

void invalid_values_pass_level(void)
{
	invalid_values_host_level((Level)7);
}

void invalid_values_pass_parts(void)
{
	relib_string name = { (char[]){ "a\xc3(b" }, 4 };
	Part lent[2] = { { .level = LEVEL_HIGH }, { .name = name } };
	invalid_values_host_parts((PartSlice){ lent, 2 });
}

relib_string lengths_null_text(void)
{
	return (relib_string){ NULL, 5 };
}

relib_string_list lengths_null_texts(void)
{
	return (relib_string_list){ NULL, 5 };
}

PartList lengths_null_parts(void)
{
	return (PartList){ NULL, 5 };
}

relib_i32_array lengths_too_many_ints(void)
{
	relib_i32_array array = relib_i32_array_new(5);
	array.len = (size_t)1 << 31;
	return array;
}

PointList lengths_too_many_points(void)
{
	PointList list = point_list_new(5);
	list.len = (size_t)1 << 31;
	return list;
}

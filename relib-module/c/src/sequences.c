/*
 * Texts, bytes, arrays of numbers and lists of texts, as authors of modules make them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

relib_string relib_string_of(const char *text)
{
	if (text == NULL) {
		relib_panic("relib_string_of(NULL)");
	}
	return relib_string_copy((relib_str){text, strlen(text)});
}

relib_string relib_string_copy(relib_str text)
{
	relib_string copied;
	relib_value_copy(&relib_type_string, &copied, &text);
	return copied;
}

void relib_string_free(relib_string *text)
{
	relib_value_free(&relib_type_string, text);
}

relib_buffer relib_buffer_new(size_t len)
{
	return (relib_buffer){relib_value_new(len, 1), len};
}

relib_buffer relib_buffer_of(const void *bytes, size_t len)
{
	if (bytes == NULL && len != 0) {
		relib_panic("relib_buffer_of(NULL, %zu)", len);
	}
	relib_buffer copied;
	relib_value_copy(&relib_type_buffer, &copied, &(relib_bytes){bytes, len});
	return copied;
}

void relib_buffer_free(relib_buffer *buffer)
{
	relib_value_free(&relib_type_buffer, buffer);
}

#define ARRAY(name, number)                                                                            \
	relib_##name##_array relib_##name##_array_of(const number *numbers, size_t len)                    \
	{                                                                                                  \
		if (numbers == NULL && len != 0) {                                                             \
			relib_panic("relib_" #name "_array_of(NULL, %zu)", len);                                   \
		}                                                                                              \
		relib_##name##_array copied;                                                                   \
		relib_value_copy(&relib_type_##name##_array, &copied, &(relib_##name##_slice){numbers, len});  \
		return copied;                                                                                 \
	}                                                                                                  \
	relib_##name##_array relib_##name##_array_new(size_t len)                                          \
	{                                                                                                  \
		return (relib_##name##_array){relib_value_new(len, sizeof(number)), len};                      \
	}                                                                                                  \
	void relib_##name##_array_free(relib_##name##_array *array)                                        \
	{                                                                                                  \
		relib_value_free(&relib_type_##name##_array, array);                                           \
	}
ARRAY(i16, int16_t)
ARRAY(i32, int32_t)
ARRAY(i64, int64_t)
ARRAY(f32, float)
ARRAY(f64, double)

relib_string_list relib_string_list_new(size_t len)
{
	return (relib_string_list){relib_value_new(len, sizeof(relib_string)), len};
}

relib_string_list relib_string_list_copy(relib_string_slice texts)
{
	relib_string_list copied;
	relib_value_copy(&relib_type_string_list, &copied, &texts);
	return copied;
}

void relib_string_list_free(relib_string_list *list)
{
	relib_value_free(&relib_type_string_list, list);
}

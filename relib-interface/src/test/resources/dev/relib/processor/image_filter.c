/* Generated from com.example.ImageFilter. Do not edit. */
#include "image_filter.h"

RELIB_EXPORT relib_buffer *__relib__ImageFilter_apply(uint8_t *relib_success, relib_bytes rgba, int32_t width, int32_t height);
RELIB_EXPORT relib_buffer *__relib__ImageFilter_apply(uint8_t *relib_success, relib_bytes rgba, int32_t width, int32_t height)
{
	RELIB_BOUNDARY(relib_success, return NULL);
	relib_buffer relib_value = image_filter_apply(rgba, width, height);
	relib_buffer *relib_result = relib_value_box(&relib_type_buffer, &relib_value);
	relib_boundary_leave(&relib_boundary_here, relib_success);
	return relib_result;
}

RELIB_EXPORT void __post__relib__ImageFilter_apply(void *relib_box);
RELIB_EXPORT void __post__relib__ImageFilter_apply(void *relib_box)
{
	relib_value_unbox(&relib_type_buffer, relib_box);
}

RELIB_EXPORT relib_string *__relib__ImageFilter_name(uint8_t *relib_success);
RELIB_EXPORT relib_string *__relib__ImageFilter_name(uint8_t *relib_success)
{
	RELIB_BOUNDARY(relib_success, return NULL);
	relib_string relib_value = image_filter_name();
	relib_string *relib_result = relib_value_box(&relib_type_string, &relib_value);
	relib_boundary_leave(&relib_boundary_here, relib_success);
	return relib_result;
}

RELIB_EXPORT void __post__relib__ImageFilter_name(void *relib_box);
RELIB_EXPORT void __post__relib__ImageFilter_name(void *relib_box)
{
	relib_value_unbox(&relib_type_string, relib_box);
}

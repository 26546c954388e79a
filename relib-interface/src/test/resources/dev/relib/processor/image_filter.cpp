/* Generated from com.example.ImageFilter. Do not edit. */
#include "image_filter.hpp"

RELIB_EXPORT void *__relib__ImageFilter_apply(std::uint8_t *relib_success, relib::glue::slice rgba, std::int32_t width, std::int32_t height);
RELIB_EXPORT void *__relib__ImageFilter_apply(std::uint8_t *relib_success, relib::glue::slice rgba, std::int32_t width, std::int32_t height)
{
	return relib::glue::exported<exports::image_filter::apply>::call(relib_success, rgba, width, height);
}

RELIB_EXPORT void __post__relib__ImageFilter_apply(void *relib_box);
RELIB_EXPORT void __post__relib__ImageFilter_apply(void *relib_box)
{
	relib::glue::drop_given<std::vector<std::uint8_t>>(relib_box);
}

RELIB_EXPORT void *__relib__ImageFilter_name(std::uint8_t *relib_success);
RELIB_EXPORT void *__relib__ImageFilter_name(std::uint8_t *relib_success)
{
	return relib::glue::exported<exports::image_filter::name>::call(relib_success);
}

RELIB_EXPORT void __post__relib__ImageFilter_name(void *relib_box);
RELIB_EXPORT void __post__relib__ImageFilter_name(void *relib_box)
{
	relib::glue::drop_given<std::string>(relib_box);
}

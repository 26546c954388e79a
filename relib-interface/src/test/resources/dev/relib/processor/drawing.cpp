/* Generated from com.example.Drawing. Do not edit. */
#include "drawing.hpp"

RELIB_EXPORT std::int32_t __relib__Drawing_blend(std::uint8_t *relib_success);
RELIB_EXPORT std::int32_t __relib__Drawing_blend(std::uint8_t *relib_success)
{
	return relib::glue::exported<exports::drawing::blend>::call(relib_success);
}

RELIB_EXPORT void *__relib__Drawing_draw(std::uint8_t *relib_success, void **relib_error, const void *shape, relib::glue::slice widths);
RELIB_EXPORT void *__relib__Drawing_draw(std::uint8_t *relib_success, void **relib_error, const void *shape, relib::glue::slice widths)
{
	return relib::glue::exported<exports::drawing::draw>::call_or<contract::OutOfPaper>(relib_success, relib_error, shape, widths);
}

RELIB_EXPORT void __post__relib__Drawing_draw(void *relib_box);
RELIB_EXPORT void __post__relib__Drawing_draw(void *relib_box)
{
	relib::glue::drop_given<std::vector<contract::Point>>(relib_box);
}

RELIB_EXPORT void __error__relib__Drawing_draw(void *relib_box);
RELIB_EXPORT void __error__relib__Drawing_draw(void *relib_box)
{
	relib::glue::drop_given<contract::OutOfPaper>(relib_box);
}

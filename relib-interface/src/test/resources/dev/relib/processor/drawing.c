/* Generated from com.example.Drawing. Do not edit. */
#include "drawing.h"

RELIB_EXPORT int32_t __relib__Drawing_blend(uint8_t *relib_success);
RELIB_EXPORT int32_t __relib__Drawing_blend(uint8_t *relib_success)
{
	RELIB_BOUNDARY(relib_success, return 0);
	int32_t relib_result = (int32_t)drawing_blend();
	relib_boundary_leave(&relib_boundary_here, relib_success);
	return relib_result;
}

RELIB_EXPORT PointList *__relib__Drawing_draw(uint8_t *relib_success, void **relib_error, const Shape *shape, relib_i32_slice widths);
RELIB_EXPORT PointList *__relib__Drawing_draw(uint8_t *relib_success, void **relib_error, const Shape *shape, relib_i32_slice widths)
{
	RELIB_BOUNDARY(relib_success, return NULL);
	relib_value_check(&relib_type_Shape, shape);
	PointList relib_value = {0};
	OutOfPaper relib_failure = {0};
	if (!drawing_draw(shape, widths, &relib_value, &relib_failure)) {
		*relib_error = relib_value_box(&relib_type_OutOfPaper, &relib_failure);
		relib_boundary_leave(&relib_boundary_here, relib_success);
		*relib_success = RELIB_DECLARED_ERROR;
		return NULL;
	}
	PointList *relib_result = relib_value_box(&relib_type_PointList, &relib_value);
	relib_boundary_leave(&relib_boundary_here, relib_success);
	return relib_result;
}

RELIB_EXPORT void __post__relib__Drawing_draw(void *relib_box);
RELIB_EXPORT void __post__relib__Drawing_draw(void *relib_box)
{
	relib_value_unbox(&relib_type_PointList, relib_box);
}

RELIB_EXPORT void __error__relib__Drawing_draw(void *relib_box);
RELIB_EXPORT void __error__relib__Drawing_draw(void *relib_box)
{
	relib_value_unbox(&relib_type_OutOfPaper, relib_box);
}

/* Generated from com.example.Drawing. Do not edit. */
#ifndef RELIB_BINDINGS_DRAWING_H
#define RELIB_BINDINGS_DRAWING_H

#include "relib_module.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Draws on paper.
 */

#ifndef RELIB_TYPE_Blend
#define RELIB_TYPE_Blend 0xa4bc3ead
/*
 * How colors mix.
 */
typedef enum Blend {
	/* The new color replaces the old one. */
	BLEND_NORMAL = 0,
	/*
	 * The new color darkens the old one:
	 * black stays black.
	 */
	BLEND_MULTIPLY = 1
} Blend;

RELIB_STATIC_ASSERT(sizeof(Blend) == sizeof(int32_t), "an enum of a contract is an int32_t");
static const relib_type relib_type_Blend = RELIB_ENUM_TYPE(Blend, 2);
#elif RELIB_TYPE_Blend != 0xa4bc3ead
#error Blend is defined by another header as something else than enum Blend { NORMAL, MULTIPLY }
#endif

#ifndef RELIB_TYPE_Point
#define RELIB_TYPE_Point 0xa13423df
/*
 * A place.
 */
typedef struct Point {
	/* from the left, in pixels */
	int32_t x;
	/* from the top, in pixels */
	int32_t y;
} Point;

static const relib_type relib_type_Point = RELIB_FLAT_TYPE(Point);
/* point_free(Point *), point_copy(const Point *) */
RELIB_RECORD(Point, point)
#elif RELIB_TYPE_Point != 0xa13423df
#error Point is defined by another header as something else than record Point { x: i32, y: i32 }
#endif

#ifndef RELIB_TYPE_PointList
#define RELIB_TYPE_PointList 0xa13423df
/* PointSlice, PointList, point_list_new(size_t), point_list_copy(PointSlice), point_list_free(PointList *) */
RELIB_LIST(Point, point, NULL)
#elif RELIB_TYPE_PointList != 0xa13423df
#error PointList is defined by another header as something else than record Point { x: i32, y: i32 }
#endif

#ifndef RELIB_TYPE_Shape
#define RELIB_TYPE_Shape 0x49a09528
/*
 * A polygon.
 */
typedef struct Shape {
	relib_string name;
	Blend blend;
	/* at least three */
	PointList corners;
} Shape;

static const relib_part relib_parts_Shape[] = {
	{offsetof(Shape, name), &relib_type_string},
	{offsetof(Shape, blend), &relib_type_Blend},
	{offsetof(Shape, corners), &relib_type_PointList},
};
static const relib_type relib_type_Shape = RELIB_RECORD_TYPE(Shape, relib_parts_Shape);
/* shape_free(Shape *), shape_copy(const Shape *) */
RELIB_RECORD(Shape, shape)
#elif RELIB_TYPE_Shape != 0x49a09528
#error Shape is defined by another header as something else than record Shape { name: str, blend: Blend, corners: [Point] }
#endif

#ifndef RELIB_TYPE_OutOfPaper
#define RELIB_TYPE_OutOfPaper 0x72792bc5
/*
 * How much is missing.
 */
typedef struct OutOfPaper {
	/* how many, at least 1 */
	int32_t sheets;
} OutOfPaper;

static const relib_type relib_type_OutOfPaper = RELIB_FLAT_TYPE(OutOfPaper);
/* out_of_paper_free(OutOfPaper *), out_of_paper_copy(const OutOfPaper *) */
RELIB_RECORD(OutOfPaper, out_of_paper)
#elif RELIB_TYPE_OutOfPaper != 0x72792bc5
#error OutOfPaper is defined by another header as something else than record OutOfPaper { sheets: i32 }
#endif

/*
 * What is used if nothing is said.
 *
 * Returns a mode that is possible on paper
 *
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
Blend drawing_blend(void);

/*
 * Draws a shape.
 *
 * shape: what to draw
 * widths: of the lines, in pixels, one for each corner
 * result: the corners that are visible
 * Throws OutOfPaperException: if there is not enough of it
 * Throws IllegalArgumentException: if a width is negative
 *
 * Implemented by the module. What arguments point to is lent for the time of the call.
 * No pointer to a record is NULL.
 * Returns true with *result filled, or false with *error filled, of which the host makes the
 * caller's exception. What the one that is filled points to comes from malloc and passes to the
 * host; the other one is not looked at.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
bool drawing_draw(const Shape *shape, relib_i32_slice widths, PointList *result, OutOfPaper *error);

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_DRAWING \
	"enum Blend { NORMAL, MULTIPLY }\n" \
	"record Point { x: i32, y: i32 }\n" \
	"record Shape { name: str, blend: Blend, corners: [Point] }\n" \
	"record OutOfPaper { sheets: i32 }\n" \
	"exports Drawing\n" \
	"  blend() -> Blend\n" \
	"  draw(shape: Shape, widths: [i32]) -> [Point] throws OutOfPaper\n"

#ifdef __cplusplus
}
#endif

#endif

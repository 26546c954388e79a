/* Generated from com.example.Drawing. Do not edit. */
#ifndef RELIB_BINDINGS_DRAWING_HPP
#define RELIB_BINDINGS_DRAWING_HPP

#include "relib_module.hpp"

/*
 * Draws on paper.
 */

#ifndef RELIB_CPP_TYPE_Blend
#define RELIB_CPP_TYPE_Blend 0xa4bc3ead
namespace contract {

/*
 * How colors mix.
 */
enum class Blend : std::int32_t {
	/* The new color replaces the old one. */
	NORMAL = 0,
	/*
	 * The new color darkens the old one:
	 * black stays black.
	 */
	MULTIPLY = 1
};

} // namespace contract

template <> struct relib::glue::value<contract::Blend> : relib::glue::enumeration<contract::Blend> {
	static constexpr const char *name = "Blend";
	static constexpr std::int32_t constants = 2;
};
#elif RELIB_CPP_TYPE_Blend != 0xa4bc3ead
#error Blend is defined by another header as something else than enum Blend { NORMAL, MULTIPLY }
#endif

#ifndef RELIB_CPP_TYPE_Point
#define RELIB_CPP_TYPE_Point 0xa13423df
namespace contract {

/*
 * A place.
 */
struct Point {
	/* from the left, in pixels */
	std::int32_t x{};
	/* from the top, in pixels */
	std::int32_t y{};
};

} // namespace contract

template <> struct relib::glue::value<contract::Point>
	: relib::glue::record<contract::Point, &contract::Point::x, &contract::Point::y> {
};
#elif RELIB_CPP_TYPE_Point != 0xa13423df
#error Point is defined by another header as something else than record Point { x: i32, y: i32 }
#endif

#ifndef RELIB_CPP_TYPE_Shape
#define RELIB_CPP_TYPE_Shape 0x49a09528
namespace contract {

/*
 * A polygon.
 */
struct Shape {
	std::string name{};
	contract::Blend blend{};
	/* at least three */
	std::vector<contract::Point> corners{};
};

} // namespace contract

template <> struct relib::glue::value<contract::Shape>
	: relib::glue::record<contract::Shape, &contract::Shape::name, &contract::Shape::blend, &contract::Shape::corners> {
};
#elif RELIB_CPP_TYPE_Shape != 0x49a09528
#error Shape is defined by another header as something else than record Shape { name: str, blend: Blend, corners: [Point] }
#endif

#ifndef RELIB_CPP_TYPE_OutOfPaper
#define RELIB_CPP_TYPE_OutOfPaper 0x72792bc5
namespace contract {

/*
 * How much is missing.
 */
struct OutOfPaper {
	/* how many, at least 1 */
	std::int32_t sheets{};
};

} // namespace contract

template <> struct relib::glue::value<contract::OutOfPaper>
	: relib::glue::record<contract::OutOfPaper, &contract::OutOfPaper::sheets> {
};
#elif RELIB_CPP_TYPE_OutOfPaper != 0x72792bc5
#error OutOfPaper is defined by another header as something else than record OutOfPaper { sheets: i32 }
#endif

namespace exports::drawing {

/*
 * What is used if nothing is said.
 *
 * Returns a mode that is possible on paper
 *
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`. What it
 * throws is a panic.
 */
contract::Blend blend();

/*
 * Draws a shape.
 *
 * shape: what to draw
 * widths: of the lines, in pixels, one for each corner
 * Returns the corners that are visible
 * Throws OutOfPaperException: if there is not enough of it
 * Throws IllegalArgumentException: if a width is negative
 *
 * Implemented by the module. What arguments point to is lent for the time of the call.
 * Called on any thread, by several at once, unless the module's threading is `owner`. What it
 * throws is a panic.
 * If it throws a contract::OutOfPaper, the host makes the caller's exception of it.
 */
std::vector<contract::Point> draw(const contract::Shape &shape, relib::span<const std::int32_t> widths);

} // namespace exports::drawing

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_DRAWING \
	"enum Blend { NORMAL, MULTIPLY }\n" \
	"record Point { x: i32, y: i32 }\n" \
	"record Shape { name: str, blend: Blend, corners: [Point] }\n" \
	"record OutOfPaper { sheets: i32 }\n" \
	"exports Drawing\n" \
	"  blend() -> Blend\n" \
	"  draw(shape: Shape, widths: [i32]) -> [Point] throws OutOfPaper\n"
RELIB_BINDINGS("enum Blend { NORMAL, MULTIPLY }\n", "add RELIB_CONTRACT_DRAWING to RELIB_MODULE")

#endif

/* Generated from com.example.ImageFilter. Do not edit. */
#ifndef RELIB_BINDINGS_IMAGE_FILTER_HPP
#define RELIB_BINDINGS_IMAGE_FILTER_HPP

#include "relib_module.hpp"

/*
 * Changes images.
 */
namespace exports::image_filter {

/*
 * Applies the filter to an image.
 *
 * rgba: the pixels, four bytes each
 * width: pixels in a line
 * height: lines
 * Returns the new pixels, as many as in rgba
 *
 * Implemented by the module. What arguments point to is lent for the time of the call.
 * Called on any thread, by several at once, unless the module's threading is `owner`. What it
 * throws is a panic.
 */
std::vector<std::uint8_t> apply(relib::span<const std::uint8_t> rgba, std::int32_t width, std::int32_t height);

/*
 * What the filter is called.
 *
 * Returns a name for users
 *
 * Implemented by the module.
 * Called on any thread, by several at once, unless the module's threading is `owner`. What it
 * throws is a panic.
 */
std::string name();

} // namespace exports::image_filter

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_IMAGE_FILTER \
	"exports ImageFilter\n" \
	"  apply(rgba: bytes, width: i32, height: i32) -> bytes\n" \
	"  name() -> str\n"
RELIB_BINDINGS("exports ImageFilter\n", "add RELIB_CONTRACT_IMAGE_FILTER to RELIB_MODULE")

#endif

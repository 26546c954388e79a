/* Generated from com.example.ImageFilter. Do not edit. */
#ifndef RELIB_BINDINGS_IMAGE_FILTER_H
#define RELIB_BINDINGS_IMAGE_FILTER_H

#include "relib_module.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Changes images.
 */

/*
 * Applies the filter to an image.
 *
 * rgba: the pixels, four bytes each
 * width: pixels in a line
 * height: lines
 * Returns the new pixels, as many as in rgba
 *
 * Implemented by the module. What arguments point to is lent for the time of the call.
 * The result's memory comes from malloc and passes to the host, which frees it.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
relib_buffer image_filter_apply(relib_bytes rgba, int32_t width, int32_t height);

/*
 * What the filter is called.
 *
 * Returns a name for users
 *
 * Implemented by the module.
 * The result's memory comes from malloc and passes to the host, which frees it.
 * Called on any thread, by several at once, unless the module's threading is `owner`.
 */
relib_string image_filter_name(void);

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_IMAGE_FILTER \
	"exports ImageFilter\n" \
	"  apply(rgba: bytes, width: i32, height: i32) -> bytes\n" \
	"  name() -> str\n"

#ifdef __cplusplus
}
#endif

#endif

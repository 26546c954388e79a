#include "image_filter.h"
#include "progress.h"

relib_string image_filter_name(void)
{
	return relib_string_of("sepia");
}

relib_buffer image_filter_apply(relib_bytes rgba, int32_t width, int32_t height)
{
	(void)width;
	(void)height;
	progress_report(100);
	return relib_buffer_of(rgba.ptr, rgba.len);
}

RELIB_MODULE("1.0.0", RELIB_CONTRACT_IMAGE_FILTER RELIB_CONTRACT_PROGRESS)

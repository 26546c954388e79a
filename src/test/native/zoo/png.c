/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

const char *png_get_libpng_ver(const void *);
void *png_create_write_struct(const char *, void *, void *, void *);
void *png_create_info_struct(void *);
void png_destroy_write_struct(void **, void **);

int use(void)
{
	void *writer = png_create_write_struct(png_get_libpng_ver(NULL), NULL, NULL, NULL);
	CHECK(writer != NULL);
	void *info = png_create_info_struct(writer);
	CHECK(info != NULL);
	png_destroy_write_struct(&writer, &info);
	return 0;
}

int leave(void)
{
	CHECK(png_create_write_struct(png_get_libpng_ver(NULL), NULL, NULL, NULL) != NULL);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int FT_Init_FreeType(void **);
int FT_Done_FreeType(void *);
int FT_New_Face(void *, const char *, long, void **);

int use(void)
{
	void *library;
	void *face;
	CHECK(FT_Init_FreeType(&library) == 0);
	CHECK(FT_New_Face(library, "/nowhere", 0, &face) != 0);
	CHECK(FT_Done_FreeType(library) == 0);
	return 0;
}

int leave(void)
{
	void *library;
	CHECK(FT_Init_FreeType(&library) == 0);
	return 0;
}

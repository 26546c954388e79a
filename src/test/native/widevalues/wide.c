/* SPDX-License-Identifier: Apache-2.0 */
#include "wide.h"

#include <stdio.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_WIDE)

relib_i128 wide_next(relib_i128 value)
{
	return value + 1;
}

relib_u128 wide_next_unsigned(relib_u128 value)
{
	return value + 1;
}

static const char *hex(char *text, relib_u128 value)
{
	sprintf(text, "%llx:%llx", (unsigned long long)(value >> 64), (unsigned long long)value);
	return text;
}

relib_string wide_many(int32_t a, relib_i128 b, int32_t c, relib_i128 d, int32_t e, relib_u128 f, relib_str g, double h,
					   relib_i128 i)
{
	char text[400], numbers[4][40];
	snprintf(text, sizeof(text), "%d %s %d %s %d %s %.*s %.1f %s", (int)a, hex(numbers[0], (relib_u128)b), (int)c,
			 hex(numbers[1], (relib_u128)d), (int)e, hex(numbers[2], f), (int)g.len, g.ptr, h,
			 hex(numbers[3], (relib_u128)i));
	return relib_string_of(text);
}

relib_i128 wide_panics(relib_i128 value)
{
	relib_panic("%d", (int)value);
}

uint32_t wide_following(uint32_t code_point)
{
	return code_point + 1;
}

Glyph wide_wider(const Glyph *glyph)
{
	return (Glyph){glyph->code_point, (int8_t)(glyph->width + 1)};
}

/*
 * Stand-ins for the imports of a module that stays in the process after its host has left.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "relib_rt.h"

/* Larger than any record that is worth its name. */
static _Alignas(16) const unsigned char zeros[1 << 16];

/* Some languages forbid NULL even where there are no elements. */
static const relib_str no_elements[2] = {{(const char *)zeros, 0}};

uint64_t relib_rt_absent_word(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return 0;
}

double relib_rt_absent_number(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return 0;
}

const void *relib_rt_absent_sequence(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return no_elements;
}

const void *relib_rt_absent_record(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return zeros;
}

void relib_rt_absent_post(const void *box)
{
	(void)box;
}

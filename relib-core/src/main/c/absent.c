/*
 * What a module that stays in the process calls in place of imports once its host has left.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "relib_rt.h"

/* As large as any value that a box holds; nothing but zero is an empty text, list or record. */
static _Alignas(16) const unsigned char nothing[4096];

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

const void *relib_rt_absent_box(uint8_t *success)
{
	*success = RELIB_RETURNED;
	return nothing;
}

void relib_rt_absent_post(const void *box)
{
	(void)box;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "clock.h"
#include "counter.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_COUNTER RELIB_CONTRACT_CLOCK)

static int32_t count;

int32_t counter_next(void)
{
	return clock_now() != 0 ? ++count : 0;
}

relib_string counter_label(void)
{
	return relib_string_of("counter");
}

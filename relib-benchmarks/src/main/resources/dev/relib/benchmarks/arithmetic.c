/* SPDX-License-Identifier: Apache-2.0 */
#include "arithmetic.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_ARITHMETIC)

int32_t arithmetic_add(int32_t a, int32_t b)
{
	return a + b;
}

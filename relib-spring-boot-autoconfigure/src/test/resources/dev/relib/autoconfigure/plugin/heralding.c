/* SPDX-License-Identifier: Apache-2.0 */
/* The module of an interface that names it itself. */
#include "herald.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_HERALD)

int32_t herald_announce(int32_t number)
{
	return number + 1;
}

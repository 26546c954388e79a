/* SPDX-License-Identifier: Apache-2.0 */
#include "cage.h"
#include "zoo.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_CAGE)

int32_t cage_use(void)
{
	return use();
}

int32_t cage_leave(void)
{
	return leave();
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "quiet.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_QUIET)

int32_t quiet_work(int32_t number)
{
	return number;
}

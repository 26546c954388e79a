/* SPDX-License-Identifier: Apache-2.0 */
#include "started.h"
#include "starter.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_STARTED RELIB_CONTRACT_STARTER)

static int32_t base = 40;
static int32_t of_main;

RELIB_MAIN
{
	of_main = starter_start();
}

int32_t started_work(int32_t number)
{
	return base + number + of_main;
}

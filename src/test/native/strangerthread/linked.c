// SPDX-License-Identifier: Apache-2.0
#include "stranger.h"

RELIB_MODULE("1", RELIB_CONTRACT_STRANGER)

void helper_start(void);
void helper_stop(void);

void stranger_start(void)
{
	helper_start();
}

void stranger_stop(void)
{
	helper_stop();
}

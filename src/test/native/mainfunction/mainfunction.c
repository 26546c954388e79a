/* SPDX-License-Identifier: Apache-2.0 */
#include "opening.h"
#include "play.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_PLAY RELIB_CONTRACT_OPENING)

static int32_t acts;

RELIB_MAIN
{
	acts = opening_acts();
	if (acts < 0) {
		relib_panic("%d acts", (int)acts);
	}
}

int32_t play_acts(void)
{
	return acts;
}

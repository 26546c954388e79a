/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "stayer.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_STAYER)

static int *leaked;

int32_t stayer_count(void)
{
	if (leaked == NULL) {
		leaked = calloc(1, sizeof(int));
	}
	return ++*leaked;
}

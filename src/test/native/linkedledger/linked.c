/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

#include "helper.h"
#include "linked.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_LINKED)

int32_t linked_start(void)
{
	return helper_start();
}

void linked_stop(void)
{
	helper_stop();
}

int32_t linked_open(void)
{
	return helper_open();
}

void linked_allocate(int32_t size)
{
	free(helper_allocate(10));
	helper_allocate((unsigned)size);
}

void linked_remember(void)
{
	helper_remember();
}

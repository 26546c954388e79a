/* SPDX-License-Identifier: Apache-2.0 */
#include "untidy.h"

#include <fcntl.h>
#include <stdlib.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_UNTIDY)

static void *volatile block;

void untidy_forget(void)
{
	block = malloc(1000);
	free(block);
	block = malloc(2000);
	(void)open("/dev/null", O_RDONLY | O_CLOEXEC);
}

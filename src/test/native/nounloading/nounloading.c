/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resident.h"
#include "landlord.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_RESIDENT RELIB_CONTRACT_LANDLORD)

RELIB_BEFORE_UNLOAD
{
	landlord_moved_out();
}

static void *volatile kept;

relib_string resident_greet(relib_str name)
{
	if (name.len == 0) {
		relib_panic("who?");
	}
	kept = malloc(100);
	relib_string title = landlord_title(name);
	return title;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "part.h"

__attribute__((visibility("default"))) int keep(int keeps)
{
	return keeps != 0 && part_keep();
}

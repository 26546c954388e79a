/* SPDX-License-Identifier: Apache-2.0 */
#include "part.h"

__attribute__((visibility("default"))) int touch(void)
{
	return part_touch();
}

__attribute__((visibility("default"))) void stop(void)
{
	part_stop();
}

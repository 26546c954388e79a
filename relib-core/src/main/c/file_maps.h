/*
 * What the kernel has mapped of a file. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_FILE_MAPS_H
#define RELIB_FILE_MAPS_H

#include "rebind.h"

/*
 * Whether a file is mapped in a range of addresses; where the kernel can only list all mappings, whether it is mapped
 * anywhere. The file is known by its name alone, without directories, also if it was deleted. True if that can not be
 * found out.
 */
bool file_maps_have(struct address_range range, const char *name);

/* Whether it is mapped anywhere, by the list of all mappings. */
bool file_maps_list(const char *name);

#endif

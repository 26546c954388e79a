/*
 * The libraries that our dlopens have brought into the process: modules, and what only they need. Precondition of
 * every function: the caller holds a lock of its own, always the same.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_BROUGHT_H
#define RELIB_BROUGHT_H

#include "images.h"

/*
 * Keeps those of them that are still there, and adds the images that are marked as reached and whose dynamic sections
 * were not there before: not among these, which are in order. Where memory is short, they stay as they are. Has the end of the process watched for them.
 */
void brought_refresh(const struct image *images, const uintptr_t *before, size_t count);

/* images_mark for them. */
void brought_mark_going(struct image *images, const void *handle);

#endif

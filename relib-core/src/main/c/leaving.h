/*
 * The libraries that a dlclose is expected to unmap together with a module's own, noted before it, to be compared with
 * those that are there afterwards. Any thread.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LEAVING_H
#define RELIB_LEAVING_H

#include "images.h"
#include "look.h"

struct leaving;

/* Those that go, but the one with this dynamic section. NULL: none, or memory is short. The caller owns it. */
struct leaving *leaving_read(const struct image *images, uintptr_t own);

/* Those that are still there, and that no other library needs. Returns how many, of which capacity are told. */
size_t leaving_remaining(const struct leaving *leaving, const struct image *images, relib_remaining *found, size_t capacity);

void leaving_free(struct leaving *leaving);

#endif

/* SPDX-License-Identifier: Apache-2.0 */
/* Says that it was built with upstream's crates, without what an unload takes. */
#include <stddef.h>

#define SHOW __attribute__((visibility("default")))

static const char text[] = "1.95.0 (59807616e 2026-04-14)|x86_64-unknown-linux-gnu|22.1.2|0.7.0|0";

SHOW const struct {
	const char *ptr;
	size_t len;
} __RELIB__CRATE_COMPILATION_INFO__ = { text, sizeof text - 1 };

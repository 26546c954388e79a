/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include "built.h"
#include "reloader.h"
#include "versioned.h"

RELIB_MODULE("1.0." RELIB_TEST_VERSION_TEXT, RELIB_CONTRACT_VERSIONED RELIB_CONTRACT_BUILT RELIB_CONTRACT_RELOADER)

/* Volatile, so that each generation reads it from its own memory. */
static volatile int version = RELIB_TEST_VERSION;

int32_t versioned_version(void)
{
	return version;
}

relib_string versioned_version_around_the_host(void)
{
	char text[64];
	int before = version;
	reloader_interrupt();
	snprintf(text, sizeof(text), "%d %d", before, version);
	return relib_string_of(text);
}

int32_t built_count(void)
{
	static int count;
	return ++count;
}

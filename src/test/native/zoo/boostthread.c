/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void set(const void *, void (*)(void (*)(void *), void *), void (*)(void *), void *, char)
		__asm__("_ZN5boost6detail12set_tss_dataEPKvPFvPFvPvES3_ES5_S3_b");
void *get(const void *) __asm__("_ZN5boost6detail12get_tss_dataEPKv");

static const char key;

/*
 * A value of each thread, which makes the library's own thread-local with its destructor. The value has none: reloads
 * share the library, and nothing takes a module's function out of its table.
 */
int use(void)
{
	set(&key, NULL, NULL, malloc(100), 0);
	CHECK(get(&key) != NULL);
	return 0;
}

int leave(void)
{
	return use();
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void set(const void *, void (*)(void (*)(void *), void *), void (*)(void *), void *, char)
		__asm__("_ZN5boost6detail12set_tss_dataEPKvPFvPFvPvES3_ES5_S3_b");
void *get(const void *) __asm__("_ZN5boost6detail12get_tss_dataEPKv");

static const char key;

static void call(void (*clean)(void *), void *value)
{
	clean(value);
}

/* A thread-local with a destructor, which stays with the thread. */
int use(void)
{
	set(&key, call, free, malloc(100), 1);
	CHECK(get(&key) != NULL);
	return 0;
}

int leave(void)
{
	return use();
}

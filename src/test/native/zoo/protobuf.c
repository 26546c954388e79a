/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void verify(int, int, const char *) __asm__("_ZN6google8protobuf8internal13VerifyVersionEiiPKc");
void *pool(void) __asm__("_ZN6google8protobuf14DescriptorPool14generated_poolEv");

int use(void)
{
	verify(3021012, 3021000, "zoo.c");
	CHECK(pool() != NULL);
	return 0;
}

int leave(void)
{
	return malloc(1000) == NULL;
}

/*
 * A library without the kit that refers to a function from among its text.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>

#define EXPORT __attribute__((visibility("default")))

__asm__(".section .rodata\n"
		".hidden allocate\n"
		".globl allocate\n"
		".type allocate, %object\n"
		".balign 8\n"
		"allocate: .quad malloc\n"
		".size allocate, 8\n"
		".text\n");
extern void *(*const allocate)(size_t size);

EXPORT void *text_allocate(size_t size);
EXPORT void *text_allocate(size_t size)
{
	return allocate(size);
}

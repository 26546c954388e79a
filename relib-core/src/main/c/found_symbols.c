/*
 * dlsym and dlvsym for redirected libraries. What these find depends on the library that calls, which they know by
 * their return address: they are jumped to, with the arguments and the stack of the caller.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "redirect.h"

#include <dlfcn.h>

__attribute__((visibility("hidden"), used)) void *(*redirected_dlsym_real)(void *, const char *) = dlsym;
__attribute__((visibility("hidden"), used)) void *(*redirected_dlvsym_real)(void *, const char *, const char *) = dlvsym;

#if defined(__x86_64__)

#define FINDS(name)                                                                                    \
	__asm__(".pushsection .text\n"                                                                     \
			".hidden redirected_" name "\n"                                                            \
			".globl redirected_" name "\n"                                                             \
			".type redirected_" name ", @function\n"                                                   \
			"redirected_" name ":\n"                                                                   \
			".cfi_startproc\n"                                                                         \
			"	push %rdi\n"                                                                           \
			"	.cfi_adjust_cfa_offset 8\n"                                                            \
			"	push %rsi\n"                                                                           \
			"	.cfi_adjust_cfa_offset 8\n"                                                            \
			"	push %rdx\n"                                                                           \
			"	.cfi_adjust_cfa_offset 8\n"                                                            \
			"	call redirected_symbol\n"                                                              \
			"	pop %rdx\n"                                                                            \
			"	.cfi_adjust_cfa_offset -8\n"                                                           \
			"	pop %rsi\n"                                                                            \
			"	.cfi_adjust_cfa_offset -8\n"                                                           \
			"	pop %rdi\n"                                                                            \
			"	.cfi_adjust_cfa_offset -8\n"                                                           \
			"	test %rax, %rax\n"                                                                     \
			"	jne 1f\n"                                                                              \
			"	jmp *redirected_" name "_real(%rip)\n"                                                 \
			"1:	ret\n"                                                                                 \
			".cfi_endproc\n"                                                                           \
			".size redirected_" name ", . - redirected_" name "\n"                                     \
			".popsection\n")

#elif defined(__aarch64__)

#define FINDS(name)                                                                                    \
	__asm__(".pushsection .text\n"                                                                     \
			".hidden redirected_" name "\n"                                                            \
			".globl redirected_" name "\n"                                                             \
			".type redirected_" name ", %function\n"                                                   \
			"redirected_" name ":\n"                                                                   \
			".cfi_startproc\n"                                                                         \
			"	stp x29, x30, [sp, #-48]!\n"                                                           \
			"	.cfi_def_cfa_offset 48\n"                                                              \
			"	.cfi_offset 29, -48\n"                                                                 \
			"	.cfi_offset 30, -40\n"                                                                 \
			"	stp x0, x1, [sp, #16]\n"                                                               \
			"	str x2, [sp, #32]\n"                                                                   \
			"	bl redirected_symbol\n"                                                                \
			"	mov x9, x0\n"                                                                          \
			"	ldp x0, x1, [sp, #16]\n"                                                               \
			"	ldr x2, [sp, #32]\n"                                                                   \
			"	ldp x29, x30, [sp], #48\n"                                                             \
			"	.cfi_restore 30\n"                                                                     \
			"	.cfi_restore 29\n"                                                                     \
			"	.cfi_def_cfa_offset 0\n"                                                               \
			"	cbnz x9, 1f\n"                                                                         \
			"	adrp x16, redirected_" name "_real\n"                                                  \
			"	ldr x16, [x16, #:lo12:redirected_" name "_real]\n"                                     \
			"	br x16\n"                                                                              \
			"1:	mov x0, x9\n"                                                                          \
			"	ret\n"                                                                                 \
			".cfi_endproc\n"                                                                           \
			".size redirected_" name ", . - redirected_" name "\n"                                     \
			".popsection\n")

#else
#define FINDS(name) _Static_assert(true, "")
#endif

FINDS("dlsym");
FINDS("dlvsym");

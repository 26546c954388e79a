/* SPDX-License-Identifier: Apache-2.0 */
#include "upcall_stubs.h"

#define STUB_SIZE 16

#define TEXT(value) #value
#define TEXT_OF(value) TEXT(value)

/* Sixteen bytes each, in one piece that unwinds as its first instruction does: no stub touches the stack. */
#define STUBS(type, instructions)                                                                      \
	".pushsection .text\n"                                                                             \
	".balign 16\n"                                                                                     \
	".type upcall_stubs, " type "\n"                                                                   \
	"upcall_stubs:\n"                                                                                  \
	".cfi_startproc\n"                                                                                 \
	".set upcall_index, 0\n"                                                                           \
	".rept " TEXT_OF(UPCALL_STUBS) "\n"                                                                \
	".balign 16\n" instructions ".set upcall_index, upcall_index + 1\n"                                \
	".endr\n"                                                                                          \
	".cfi_endproc\n"                                                                                   \
	".size upcall_stubs, . - upcall_stubs\n"

#define ENTRY(type, instructions)                                                                      \
	".hidden upcall_run\n"                                                                             \
	".balign 16\n"                                                                                     \
	".type upcall_entry, " type "\n"                                                                   \
	"upcall_entry:\n"                                                                                  \
	".cfi_startproc\n" instructions ".cfi_endproc\n"                                                   \
	".size upcall_entry, . - upcall_entry\n"                                                           \
	".popsection\n"

#if defined(__x86_64__)

__asm__(STUBS("@function", "endbr64\n"
						   "movl $upcall_index, %r11d\n"
						   "jmp upcall_entry\n")
			ENTRY("@function", "pushq %rbp\n"
							   ".cfi_def_cfa_offset 16\n"
							   ".cfi_offset %rbp, -16\n"
							   "movq %rsp, %rbp\n"
							   ".cfi_def_cfa_register %rbp\n"
							   "subq $144, %rsp\n"
							   "movq $0, 8(%rsp)\n"
							   "movq %rdi, 16(%rsp)\n"
							   "movq %rsi, 24(%rsp)\n"
							   "movq %rdx, 32(%rsp)\n"
							   "movq %rcx, 40(%rsp)\n"
							   "movq %r8, 48(%rsp)\n"
							   "movq %r9, 56(%rsp)\n"
							   "movsd %xmm0, 80(%rsp)\n"
							   "movsd %xmm1, 88(%rsp)\n"
							   "movsd %xmm2, 96(%rsp)\n"
							   "movsd %xmm3, 104(%rsp)\n"
							   "movsd %xmm4, 112(%rsp)\n"
							   "movsd %xmm5, 120(%rsp)\n"
							   "movsd %xmm6, 128(%rsp)\n"
							   "movsd %xmm7, 136(%rsp)\n"
							   "movq %rsp, %rdi\n"
							   "movl %r11d, %esi\n"
							   "call upcall_run\n"
							   "movq %rax, %xmm0\n"
							   "leave\n"
							   ".cfi_def_cfa %rsp, 8\n"
							   "ret\n"));

#elif defined(__aarch64__)

/* hint #34 is bti c. */
__asm__(STUBS("%function", "hint #34\n"
						   "mov w16, #upcall_index\n"
						   "b upcall_entry\n")
			ENTRY("%function", "stp x29, x30, [sp, #-16]!\n"
							   ".cfi_def_cfa_offset 16\n"
							   ".cfi_offset x29, -16\n"
							   ".cfi_offset x30, -8\n"
							   "mov x29, sp\n"
							   ".cfi_def_cfa_register x29\n"
							   "sub sp, sp, #144\n"
							   "str xzr, [sp, #8]\n"
							   "stp x0, x1, [sp, #16]\n"
							   "stp x2, x3, [sp, #32]\n"
							   "stp x4, x5, [sp, #48]\n"
							   "stp x6, x7, [sp, #64]\n"
							   "stp d0, d1, [sp, #80]\n"
							   "stp d2, d3, [sp, #96]\n"
							   "stp d4, d5, [sp, #112]\n"
							   "stp d6, d7, [sp, #128]\n"
							   "mov x0, sp\n"
							   "mov w1, w16\n"
							   "bl upcall_run\n"
							   "fmov d0, x0\n"
							   "mov sp, x29\n"
							   "ldp x29, x30, [sp], #16\n"
							   ".cfi_restore x30\n"
							   ".cfi_restore x29\n"
							   ".cfi_def_cfa sp, 0\n"
							   "ret\n"));

#endif

#if defined(__x86_64__) || defined(__aarch64__)

extern const unsigned char upcall_stubs[] __attribute__((visibility("hidden")));

uintptr_t upcall_stub(uint32_t index)
{
	return (uintptr_t)upcall_stubs + index * STUB_SIZE;
}

#else

uintptr_t upcall_stub(uint32_t index)
{
	(void)index;
	return 0;
}

#endif

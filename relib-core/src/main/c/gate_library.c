/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "gate_library.h"

#include <elf.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#define PAGE 0x10000 /* the largest that a kernel may have */

#if defined(__x86_64__)
#define MACHINE EM_X86_64
#define CALLS R_X86_64_IRELATIVE
/* endbr64; mov $function, %rax; jmp *%rax */
static const unsigned char jump[] = {0xf3, 0x0f, 0x1e, 0xfa, 0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0};
#define FUNCTION_AT 6
#elif defined(__aarch64__)
#define MACHINE EM_AARCH64
#define CALLS R_AARCH64_IRELATIVE
/* bti c; ldr x16, function; br x16; nop; function: */
static const unsigned char jump[] = {0x5f, 0x24, 0x03, 0xd5, 0x70, 0x00, 0x00, 0x58, 0x00, 0x02, 0x1f, 0xd6,
									 0x1f, 0x20, 0x03, 0xd5, 0,    0,    0,    0,    0,    0,    0,    0};
#define FUNCTION_AT 16
#else
#define MACHINE EM_NONE
#define CALLS 0
static const unsigned char jump[] = {0, 0, 0, 0, 0, 0, 0, 0};
#define FUNCTION_AT 0
#endif

enum { TEXT, DATA, DYNAMIC, STACK, SEGMENTS };
enum { NEEDED, STRINGS, STRINGS_SIZE, SYMBOLS, SYMBOL_SIZE, CALLED, CALLED_SIZE, CALL_SIZE, END, ENTRIES };

/* The whole file is mapped twice: to be run, and to be written. */
struct gate_library {
	Elf64_Ehdr header;
	Elf64_Phdr segments[SEGMENTS];
	Elf64_Dyn dynamic[ENTRIES];
	Elf64_Rela call;
	Elf64_Sym none;
	uint64_t slot; /* the loader writes there what the function returns */
	_Alignas(16) unsigned char jump[sizeof(jump)];
	char empty;
	char needed[PATH_MAX];
};

#define AT(member) offsetof(struct gate_library, member)

static Elf64_Phdr segment(uint32_t type, uint32_t flags, uint64_t address, uint64_t size)
{
	return (Elf64_Phdr){.p_type = type,
						.p_flags = flags,
						.p_offset = address % PAGE,
						.p_vaddr = address,
						.p_paddr = address,
						.p_filesz = size,
						.p_memsz = size,
						.p_align = type == PT_LOAD ? PAGE : 8};
}

static void fill(struct gate_library *library, size_t size, uintptr_t (*function)(void))
{
	uintptr_t address = (uintptr_t)function;
	memcpy(library->jump, jump, sizeof(jump));
	memcpy(library->jump + FUNCTION_AT, &address, sizeof(address));
	library->header = (Elf64_Ehdr){.e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
								   .e_type = ET_DYN,
								   .e_machine = MACHINE,
								   .e_version = EV_CURRENT,
								   .e_phoff = AT(segments),
								   .e_ehsize = sizeof(Elf64_Ehdr),
								   .e_phentsize = sizeof(Elf64_Phdr),
								   .e_phnum = SEGMENTS};
	library->segments[TEXT] = segment(PT_LOAD, PF_R | PF_X, 0, size);
	library->segments[DATA] = segment(PT_LOAD, PF_R | PF_W, PAGE, size);
	library->segments[DYNAMIC] = segment(PT_DYNAMIC, PF_R | PF_W, PAGE + AT(dynamic), sizeof(library->dynamic));
	library->segments[STACK] = (Elf64_Phdr){.p_type = PT_GNU_STACK, .p_flags = PF_R | PF_W, .p_align = 16};
	library->dynamic[NEEDED] = (Elf64_Dyn){.d_tag = DT_NEEDED, .d_un.d_val = AT(needed) - AT(empty)};
	library->dynamic[STRINGS] = (Elf64_Dyn){.d_tag = DT_STRTAB, .d_un.d_ptr = AT(empty)};
	library->dynamic[STRINGS_SIZE] = (Elf64_Dyn){.d_tag = DT_STRSZ, .d_un.d_val = size - AT(empty)};
	library->dynamic[SYMBOLS] = (Elf64_Dyn){.d_tag = DT_SYMTAB, .d_un.d_ptr = AT(none)};
	library->dynamic[SYMBOL_SIZE] = (Elf64_Dyn){.d_tag = DT_SYMENT, .d_un.d_val = sizeof(Elf64_Sym)};
	library->dynamic[CALLED] = (Elf64_Dyn){.d_tag = DT_RELA, .d_un.d_ptr = AT(call)};
	library->dynamic[CALLED_SIZE] = (Elf64_Dyn){.d_tag = DT_RELASZ, .d_un.d_val = sizeof(Elf64_Rela)};
	library->dynamic[CALL_SIZE] = (Elf64_Dyn){.d_tag = DT_RELAENT, .d_un.d_val = sizeof(Elf64_Rela)};
	library->call = (Elf64_Rela){.r_offset = PAGE + AT(slot), .r_info = ELF64_R_INFO(0, CALLS), .r_addend = AT(jump)};
}

bool gate_library_write(const char *file, const char *needed, uintptr_t (*function)(void))
{
	struct gate_library library = {0};
	size_t length = strlen(needed) + 1;
	int fd = CALLS != 0 && length <= sizeof(library.needed)
				 ? open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0500)
				 : -1;
	if (fd < 0) {
		return false;
	}
	size_t size = AT(needed) + length;
	memcpy(library.needed, needed, length);
	fill(&library, size, function);
	bool written = write(fd, &library, size) == (ssize_t)size;
	if (close(fd) != 0 || !written) {
		unlink(file);
		return false;
	}
	return true;
}

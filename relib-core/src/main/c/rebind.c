/*
 * The tables through which a loaded ELF library refers to functions of others.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "rebind.h"

#include <elf.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__x86_64__)
#define REFERS(type) ((type) == R_X86_64_GLOB_DAT || (type) == R_X86_64_JUMP_SLOT || (type) == R_X86_64_64)
#define LAZY R_X86_64_JUMP_SLOT
#elif defined(__aarch64__)
#define REFERS(type) ((type) == R_AARCH64_GLOB_DAT || (type) == R_AARCH64_JUMP_SLOT || (type) == R_AARCH64_ABS64)
#define LAZY R_AARCH64_JUMP_SLOT
#else
#define REFERS(type) false
#define LAZY 0
#endif

/* A library as the loader has mapped it. */
struct library {
	const void *contained;
	ElfW(Addr) base;
	struct address_range mapped;
	struct address_range read_only; /* what the loader protects once its pointers are written: whole pages */
	const ElfW(Phdr) * segments;
	int segment_count;
	const ElfW(Dyn) * dynamic;
};

static bool contains(const struct address_range *range, uintptr_t address)
{
	return address >= range->begin && address < range->end;
}

static struct address_range range_of(ElfW(Addr) base, const ElfW(Phdr) * segment)
{
	return (struct address_range){base + segment->p_vaddr, base + segment->p_vaddr + segment->p_memsz};
}

static uintptr_t page_of(uintptr_t address)
{
	return address & ~((uintptr_t)sysconf(_SC_PAGESIZE) - 1);
}

static int match(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	struct library *library = data;
	struct library candidate = {.contained = library->contained,
								.base = info->dlpi_addr,
								.mapped = {UINTPTR_MAX, 0},
								.segments = info->dlpi_phdr,
								.segment_count = info->dlpi_phnum};
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
		struct address_range range = range_of(info->dlpi_addr, segment);
		if (segment->p_type == PT_LOAD) {
			candidate.mapped.begin = range.begin < candidate.mapped.begin ? range.begin : candidate.mapped.begin;
			candidate.mapped.end = range.end > candidate.mapped.end ? range.end : candidate.mapped.end;
		} else if (segment->p_type == PT_GNU_RELRO) {
			candidate.read_only = (struct address_range){page_of(range.begin), page_of(range.end)};
		} else if (segment->p_type == PT_DYNAMIC) {
			candidate.dynamic = (const ElfW(Dyn) *)range.begin;
		}
	}
	if (!contains(&candidate.mapped, (uintptr_t)library->contained)) {
		return 0;
	}
	*library = candidate;
	return 1;
}

static bool find(struct library *library, const void *address)
{
	*library = (struct library){.contained = address};
	return dl_iterate_phdr(match, library) == 1 && library->dynamic != NULL;
}

/* The loader adds the base to pointers of the dynamic section, or it does not. */
static const void *pointer(const struct library *library, ElfW(Addr) value)
{
	return (const void *)(contains(&library->mapped, value) ? value : library->base + value);
}

/* One among text that was relocated can not: the loader has made it writable for a moment only. */
static bool can_write(const struct library *library, const void *slot)
{
	for (int i = 0; i < library->segment_count; i++) {
		const ElfW(Phdr) *segment = &library->segments[i];
		struct address_range range = range_of(library->base, segment);
		if (segment->p_type == PT_LOAD && contains(&range, (uintptr_t)slot)) {
			return (segment->p_flags & PF_W) != 0;
		}
	}
	return false;
}

static bool write_slot(const struct library *library, void **slot, void *function)
{
	uintptr_t page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
	void *page = (void *)page_of((uintptr_t)slot);
	if (!can_write(library, slot)) {
		return false;
	}
	bool protected = contains(&library->read_only, (uintptr_t)slot);
	if (protected && mprotect(page, page_size, PROT_READ | PROT_WRITE) != 0) {
		return false;
	}
	__atomic_store_n(slot, function, __ATOMIC_RELEASE);
	if (protected) {
		mprotect(page, page_size, PROT_READ);
	}
	return true;
}

struct tables {
	const ElfW(Sym) * symbols;
	const char *names;
	const ElfW(Rela) * relocations[2];
	size_t sizes[2];
};

static struct tables read_tables(const struct library *library)
{
	struct tables tables = {0};
	for (const ElfW(Dyn) *entry = library->dynamic; entry->d_tag != DT_NULL; entry++) {
		switch (entry->d_tag) {
		case DT_SYMTAB:
			tables.symbols = pointer(library, entry->d_un.d_ptr);
			break;
		case DT_STRTAB:
			tables.names = pointer(library, entry->d_un.d_ptr);
			break;
		case DT_RELA:
			tables.relocations[0] = pointer(library, entry->d_un.d_ptr);
			break;
		case DT_RELASZ:
			tables.sizes[0] = entry->d_un.d_val;
			break;
		case DT_JMPREL:
			tables.relocations[1] = pointer(library, entry->d_un.d_ptr);
			break;
		case DT_PLTRELSZ:
			tables.sizes[1] = entry->d_un.d_val;
			break;
		default:
			break;
		}
	}
	return tables;
}

/* A reference that the loader binds when it is first used: until then it leads into the library itself. */
static bool is_lazy(const struct library *library, const ElfW(Rela) * relocation, const ElfW(Sym) * symbol, void **slot)
{
	return ELF64_R_TYPE(relocation->r_info) == LAZY && symbol->st_shndx == SHN_UNDEF
		   && contains(&library->mapped, (uintptr_t)*slot);
}

/* Some functions have two names: the address alone does not tell which one the library means. */
static const struct rebinding *find_rebinding(const char *symbol, const void *bound, bool lazy,
											  const struct rebinding *rebindings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct rebinding *rebinding = &rebindings[i];
		bool any = rebinding->from[0] == NULL && rebinding->from[1] == NULL;
		if ((any || lazy || bound == rebinding->from[0] || bound == rebinding->from[1]) && strcmp(symbol, rebinding->symbol) == 0) {
			return rebinding;
		}
	}
	return NULL;
}

/* Reads what is written around a variable of a library that a sanitizer watches over: its lists of variables have slots. */
__attribute__((no_sanitize("address"))) static size_t rebind_table(const struct library *library, const struct tables *tables, int table,
						   const struct rebinding *rebindings, size_t count)
{
	size_t changed = 0;
	size_t length = tables->relocations[table] == NULL ? 0 : tables->sizes[table] / sizeof(ElfW(Rela));
	for (size_t i = 0; i < length; i++) {
		const ElfW(Rela) *relocation = &tables->relocations[table][i];
		if (!REFERS(ELF64_R_TYPE(relocation->r_info)) || ELF64_R_SYM(relocation->r_info) == 0) {
			continue;
		}
		const ElfW(Sym) *symbol = &tables->symbols[ELF64_R_SYM(relocation->r_info)];
		void **slot = (void **)(library->base + relocation->r_offset);
		bool lazy = is_lazy(library, relocation, symbol, slot);
		const struct rebinding *rebinding = find_rebinding(tables->names + symbol->st_name, *slot, lazy, rebindings, count);
		if (*slot != NULL && rebinding != NULL) {
			changed += write_slot(library, slot, rebinding->to);
		}
	}
	return changed;
}

size_t rebind(const void *address, const struct rebinding *rebindings, size_t count)
{
	struct library library;
	if (!find(&library, address)) {
		return 0;
	}
	struct tables tables = read_tables(&library);
	if (tables.symbols == NULL || tables.names == NULL) {
		return 0;
	}
	return rebind_table(&library, &tables, 0, rebindings, count) +
		   rebind_table(&library, &tables, 1, rebindings, count);
}

struct address_range library_range(const void *address)
{
	struct library library;
	return find(&library, address) ? library.mapped : (struct address_range){0};
}

static const ElfW(Dyn) * find_entry(const struct library *library, ElfW(Sxword) tag)
{
	const ElfW(Dyn) *entry = library->dynamic;
	while (entry->d_tag != DT_NULL && entry->d_tag != tag) {
		entry++;
	}
	return entry->d_tag == tag ? entry : NULL;
}

typedef void constructor(int argc, char **argv, char **environment);

/* As the loader has passed them to us. */
static struct {
	int argc;
	char **argv;
	char **environment;
} process;

__attribute__((constructor)) static void note_process(int argc, char **argv, char **environment)
{
	process.argc = argc;
	process.argv = argv;
	process.environment = environment;
}

static void construct(ElfW(Addr) address)
{
	constructor *function;
	memcpy(&function, &address, sizeof(function));
	function(process.argc, process.argv, process.environment);
}

void run_deferred_constructors(const void *address)
{
	struct library library;
	if (!find(&library, address)) {
		return;
	}
	const ElfW(Dyn) *init = find_entry(&library, DEFERRED_TAG(DT_INIT));
	const ElfW(Dyn) *array = find_entry(&library, DEFERRED_TAG(DT_INIT_ARRAY));
	const ElfW(Dyn) *size = find_entry(&library, DEFERRED_TAG(DT_INIT_ARRAYSZ));
	if (init != NULL) {
		construct(library.base + init->d_un.d_ptr);
	}
	if (array != NULL && size != NULL) {
		const ElfW(Addr) *constructors = (const ElfW(Addr) *)(library.base + array->d_un.d_ptr);
		for (size_t i = 0; i < size->d_un.d_val / sizeof(*constructors); i++) {
			if (constructors[i] != 0 && constructors[i] != (ElfW(Addr))-1) {
				construct(constructors[i]);
			}
		}
	}
}

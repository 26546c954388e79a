/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "library.h"

#include <elf.h>
#include <sys/mman.h>
#include <unistd.h>

bool range_has(const struct address_range *range, uintptr_t address)
{
	return address >= range->begin && address < range->end;
}

static struct address_range range_of(ElfW(Addr) base, const ElfW(Phdr) * segment)
{
	return (struct address_range){base + segment->p_vaddr, base + segment->p_vaddr + segment->p_memsz};
}

uintptr_t page_of(uintptr_t address)
{
	return address & ~((uintptr_t)sysconf(_SC_PAGESIZE) - 1);
}

struct library library_of(const struct dl_phdr_info *info)
{
	struct library library = {.base = info->dlpi_addr,
							  .mapped = {UINTPTR_MAX, 0},
							  .segments = info->dlpi_phdr,
							  .segment_count = info->dlpi_phnum};
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
		struct address_range range = range_of(info->dlpi_addr, segment);
		if (segment->p_type == PT_LOAD) {
			library.mapped.begin = range.begin < library.mapped.begin ? range.begin : library.mapped.begin;
			library.mapped.end = range.end > library.mapped.end ? range.end : library.mapped.end;
		} else if (segment->p_type == PT_GNU_RELRO) {
			library.read_only = (struct address_range){page_of(range.begin), page_of(range.end)};
		} else if (segment->p_type == PT_DYNAMIC) {
			library.dynamic = (const ElfW(Dyn) *)range.begin;
		}
	}
	return library;
}

struct search {
	uintptr_t address;
	struct library found;
};

static int match(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	struct search *search = data;
	search->found = library_of(info);
	return range_has(&search->found.mapped, search->address);
}

bool library_find(struct library *library, const void *address)
{
	struct search search = {.address = (uintptr_t)address};
	bool found = dl_iterate_phdr(match, &search) == 1 && search.found.dynamic != NULL;
	*library = search.found;
	return found;
}

/* The loader adds the base to pointers of the dynamic section, or it does not. */
static const void *pointer(const struct library *library, ElfW(Addr) value)
{
	return (const void *)(range_has(&library->mapped, value) ? value : library->base + value);
}

struct tables library_tables(const struct library *library)
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
			tables.counts[0] = entry->d_un.d_val / sizeof(ElfW(Rela));
			break;
		case DT_JMPREL:
			tables.relocations[1] = pointer(library, entry->d_un.d_ptr);
			break;
		case DT_PLTRELSZ:
			tables.counts[1] = entry->d_un.d_val / sizeof(ElfW(Rela));
			break;
		default:
			break;
		}
	}
	return tables;
}

/* One among text that was relocated can not: the loader has made it writable for a moment only. */
static bool can_write(const struct library *library, const void *slot)
{
	for (int i = 0; i < library->segment_count; i++) {
		const ElfW(Phdr) *segment = &library->segments[i];
		struct address_range range = range_of(library->base, segment);
		if (segment->p_type == PT_LOAD && range_has(&range, (uintptr_t)slot)) {
			return (segment->p_flags & PF_W) != 0;
		}
	}
	return false;
}

bool library_write(const struct library *library, void **slot, void *value)
{
	uintptr_t page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
	void *page = (void *)page_of((uintptr_t)slot);
	if (!can_write(library, slot)) {
		return false;
	}
	bool protected = range_has(&library->read_only, (uintptr_t)slot);
	if (protected && mprotect(page, page_size, PROT_READ | PROT_WRITE) != 0) {
		return false;
	}
	__atomic_store_n(slot, value, __ATOMIC_RELEASE);
	if (protected) {
		mprotect(page, page_size, PROT_READ);
	}
	return true;
}

const ElfW(Dyn) * library_entry(const struct library *library, ElfW(Sxword) tag)
{
	const ElfW(Dyn) *entry = library->dynamic;
	while (entry->d_tag != DT_NULL && entry->d_tag != tag) {
		entry++;
	}
	return entry->d_tag == tag ? entry : NULL;
}

/* The symbols behind the last chain of the hash table; there is no other count of them. */
static size_t count_hashed(const uint32_t *hash)
{
	uint32_t bucket_count = hash[0];
	uint32_t first = hash[1];
	const uint32_t *buckets = hash + 4 + hash[2] * sizeof(ElfW(Addr)) / sizeof(*hash);
	const uint32_t *chains = buckets + bucket_count;
	uint32_t last = 0;
	for (uint32_t i = 0; i < bucket_count; i++) {
		last = buckets[i] > last ? buckets[i] : last;
	}
	while (last >= first && (chains[last - first] & 1) == 0) {
		last++;
	}
	return last >= first ? last + 1 : 0;
}

static size_t count_symbols(const struct library *library)
{
	const ElfW(Dyn) *old = library_entry(library, DT_HASH);
	const ElfW(Dyn) *hash = library_entry(library, DT_GNU_HASH);
	return old != NULL	  ? ((const uint32_t *)pointer(library, old->d_un.d_ptr))[1]
		   : hash != NULL ? count_hashed(pointer(library, hash->d_un.d_ptr))
						  : 0;
}

bool library_has_unique_symbols(const void *address)
{
	struct library library;
	if (!library_find(&library, address)) {
		return false;
	}
	const ElfW(Sym) *symbols = library_tables(&library).symbols;
	size_t count = symbols != NULL ? count_symbols(&library) : 0;
	size_t i = 0;
	while (i < count && (ELF64_ST_BIND(symbols[i].st_info) != STB_GNU_UNIQUE || symbols[i].st_shndx == SHN_UNDEF)) {
		i++;
	}
	return i < count;
}

struct address_range library_range(const void *address)
{
	struct library library;
	return library_find(&library, address) ? library.mapped : (struct address_range){0};
}

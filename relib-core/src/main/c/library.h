/*
 * A library as the loader has mapped it, and its tables of references to symbols. Any thread; what is read belongs to
 * the library, which has to stay meanwhile.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LIBRARY_H
#define RELIB_LIBRARY_H

#include "rebind.h"

#include <link.h>

/* Relocations by which the loader writes a symbol's address. */
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

struct library {
	ElfW(Addr) base;
	struct address_range mapped;
	struct address_range read_only; /* what the loader protects once its pointers are written: whole pages */
	const ElfW(Phdr) * segments;
	int segment_count;
	const ElfW(Dyn) * dynamic; /* NULL: it has none */
};

struct tables {
	const ElfW(Sym) * symbols; /* NULL, or names: it refers to nothing */
	const char *names;
	const ElfW(Rela) * relocations[2]; /* NULL: none */
	size_t counts[2];
};

bool range_has(const struct address_range *range, uintptr_t address);

/* The beginning of the page that has an address. */
uintptr_t page_of(uintptr_t address);

struct library library_of(const struct dl_phdr_info *info);

/* The one that contains the address. Returns false if there is none, or it has no dynamic section. */
bool library_find(struct library *library, const void *address);

struct tables library_tables(const struct library *library);

/* The entry of the dynamic section; NULL if it has none. */
const ElfW(Dyn) * library_entry(const struct library *library, ElfW(Sxword) tag);

/* Whether the library that contains an address defines symbols of which a process has one each: it is never unmapped. */
bool library_has_unique_symbols(const void *address);

/* Writes a word of the library's data. Returns false if that is not possible. No other thread changes its protection. */
bool library_write(const struct library *library, void **slot, void *value);

#endif

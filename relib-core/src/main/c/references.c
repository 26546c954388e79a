/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "references.h"

#include "library.h"

#include <elf.h>
#include <stdio.h>

struct search {
	bool (*wanted)(const struct search *, const struct library *, uintptr_t place);
	uintptr_t place;
	struct address_range range;
	relib_reference *reference;
};

static bool is_at_place(const struct search *search, const struct library *library, uintptr_t place)
{
	(void)library;
	return place == search->place;
}

/* Reads slots whose surroundings a sanitizer watches over. */
__attribute__((no_sanitize("address", "thread"))) static bool leads_into_range(const struct search *search,
																			   const struct library *library,
																			   uintptr_t place)
{
	return range_has(&library->mapped, place) && range_has(&search->range, *(const volatile uintptr_t *)place);
}

static int search_library(struct dl_phdr_info *info, size_t size, void *data)
{
	(void)size;
	const struct search *search = data;
	struct library library = library_of(info);
	struct tables tables = {0};
	if (library.dynamic != NULL && !range_has(&search->range, library.mapped.begin)) {
		tables = library_tables(&library);
	}
	for (int table = 0; table < 2 && tables.symbols != NULL && tables.names != NULL; table++) {
		for (size_t i = 0; tables.relocations[table] != NULL && i < tables.counts[table]; i++) {
			const ElfW(Rela) *relocation = &tables.relocations[table][i];
			size_t symbol = ELF64_R_SYM(relocation->r_info);
			if (symbol != 0 && REFERS(ELF64_R_TYPE(relocation->r_info)) &&
				search->wanted(search, &library, library.base + relocation->r_offset)) {
				snprintf(search->reference->library, sizeof(search->reference->library), "%s",
						 info->dlpi_name != NULL ? info->dlpi_name : "");
				snprintf(search->reference->symbol, sizeof(search->reference->symbol), "%s",
						 tables.names + tables.symbols[symbol].st_name);
				return 1;
			}
		}
	}
	return 0;
}

bool reference_at(uintptr_t place, relib_reference *reference)
{
	struct search search = {.wanted = is_at_place, .place = place, .reference = reference};
	return dl_iterate_phdr(search_library, &search) != 0;
}

bool reference_into(struct address_range range, relib_reference *reference)
{
	struct search search = {.wanted = leads_into_range, .range = range, .reference = reference};
	return dl_iterate_phdr(search_library, &search) != 0;
}

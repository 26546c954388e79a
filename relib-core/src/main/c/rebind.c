/*
 * The tables through which a loaded ELF library refers to functions of others.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "rebind.h"

#include "library.h"

#include <elf.h>
#include <string.h>

/* A reference that the loader binds when it is first used: until then it leads into the library itself. */
static bool is_lazy(const struct library *library, const ElfW(Rela) * relocation, const ElfW(Sym) * symbol, void **slot)
{
	return ELF64_R_TYPE(relocation->r_info) == LAZY && symbol->st_shndx == SHN_UNDEF
		   && range_has(&library->mapped, (uintptr_t)*slot);
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
	size_t length = tables->relocations[table] == NULL ? 0 : tables->counts[table];
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
			changed += library_write(library, slot, rebinding->to);
		}
	}
	return changed;
}

size_t rebind(const void *address, const struct rebinding *rebindings, size_t count)
{
	struct library library;
	if (!library_find(&library, address)) {
		return 0;
	}
	struct tables tables = library_tables(&library);
	if (tables.symbols == NULL || tables.names == NULL) {
		return 0;
	}
	return rebind_table(&library, &tables, 0, rebindings, count) +
		   rebind_table(&library, &tables, 1, rebindings, count);
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
	if (!library_find(&library, address)) {
		return;
	}
	const ElfW(Dyn) *init = library_entry(&library, DEFERRED_TAG(DT_INIT));
	const ElfW(Dyn) *array = library_entry(&library, DEFERRED_TAG(DT_INIT_ARRAY));
	const ElfW(Dyn) *size = library_entry(&library, DEFERRED_TAG(DT_INIT_ARRAYSZ));
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

static void destruct(ElfW(Addr) address)
{
	void (*function)(void);
	memcpy(&function, &address, sizeof(function));
	function();
}

static void no_destructor(void)
{
}

/* The loader reads these entries again when it closes the library. */
void run_destructors_early(const void *address)
{
	struct library library;
	if (!library_find(&library, address)) {
		return;
	}
	const ElfW(Dyn) *fini = library_entry(&library, DT_FINI);
	const ElfW(Dyn) *array = library_entry(&library, DT_FINI_ARRAY);
	const ElfW(Dyn) *size = library_entry(&library, DT_FINI_ARRAYSZ);
	size_t count = array != NULL && size != NULL ? size->d_un.d_val / sizeof(ElfW(Addr)) : 0;
	if (count > 0 && library_write(&library, (void **)(uintptr_t)&size->d_un.d_val, NULL)) {
		const ElfW(Addr) *destructors = (const ElfW(Addr) *)(library.base + array->d_un.d_ptr);
		while (count-- > 0) {
			destruct(destructors[count]);
		}
	}
	ElfW(Addr) function = fini != NULL ? library.base + fini->d_un.d_ptr : 0;
	void *none = (void *)((uintptr_t)no_destructor - library.base);
	if (fini != NULL && library_write(&library, (void **)(uintptr_t)&fini->d_un.d_ptr, none)) {
		destruct(function);
	}
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "kept_pointers.h"

#include "frame_tables.h"
#include "library.h"
#include "peek.h"
#include "references.h"
#include "unwind.h"

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE 8192 /* words that are read at once */

struct looking {
	const struct image *images;
	struct address_range code; /* from the first to the last code that goes */
	relib_kept_pointer *found;
};

static bool has_name(const struct image *image, const char *beginning)
{
	const char *slash = strrchr(image->path, '/');
	const char *name = slash != NULL ? slash + 1 : image->path;
	return strncmp(name, beginning, strlen(beginning)) == 0;
}

static bool is_c_library(const struct image *image)
{
	return has_name(image, "libc.so") || has_name(image, "libpthread.so") || has_name(image, "ld-linux") ||
		   has_name(image, "linux-vdso");
}

/* It has its own ways to know which code is there. */
static bool is_of_java(const struct image *image, const struct image *jvm)
{
	size_t home = 0;
	if (jvm != NULL) { /* lib/server/libjvm.so */
		for (size_t i = 0; jvm->path[i] != '\0'; i++) {
			home = strcmp(jvm->path + i, "/server/libjvm.so") == 0 ? i + 1 : home;
		}
	}
	return image == jvm || (home > 0 && strncmp(image->path, jvm->path, home) == 0) || has_name(image, "libjnidispatch") ||
		   has_name(image, "jna");
}

static bool is_ours(const struct image *image)
{
	uintptr_t here = (uintptr_t)is_ours;
	return range_has(&image->mapped, here) || strcmp(image->soname, "librelib_rt.so") == 0;
}

/* Some linkers put a library's headers and constants among its code. */
static bool is_mixed(const struct image *image)
{
	return image->code.begin == image->mapped.begin && image->frames != 0;
}

static bool is_named_function(uintptr_t address)
{
	Dl_info info;
	void *found = NULL;
	if (dladdr1((void *)address, &info, &found, RTLD_DL_SYMENT) == 0 || found == NULL || /* NOLINT */
		(uintptr_t)info.dli_saddr != address) {
		return false;
	}
	const ElfW(Sym) *symbol = found;
	return ELF64_ST_TYPE(symbol->st_info) != STT_OBJECT;
}

/* The image that goes and has a function there. What is inside of a function, or where code begins, is no pointer. */
static const struct image *gone_with(const struct looking *looking, uintptr_t word)
{
	const struct image *image = range_has(&looking->code, word) ? images_at(looking->images, word) : NULL;
	struct room room;
	struct entry entry;
	if (image == NULL || !image->goes || word == image->code.begin) {
		return NULL;
	}
	bool known = read_entry(&entry, &room, image, word, UNWIND_RETURN);
	bool begins = known ? entry.begin == word : !is_mixed(image);
	return begins || is_named_function(word) ? image : NULL;
}

/* The loader has bound it, and keeps the library for it. */
static bool is_bound(uintptr_t place, uintptr_t word)
{
	relib_reference reference;
	Dl_info symbol;
	return reference_at(place, &reference) && dladdr((void *)word, &symbol) != 0 && symbol.dli_sname != NULL && /* NOLINT */
		   strcmp(symbol.dli_sname, reference.symbol) == 0;
}

static bool is_kept(const struct looking *looking, const struct image *holder, uintptr_t place, uintptr_t word)
{
	relib_kept_pointer *found = looking->found;
	const struct image *image = gone_with(looking, word);
	Dl_info symbol = {0};
	if (image == NULL || is_bound(place, word)) {
		return false;
	}
	found->place = place - holder->base;
	found->function = word - image->base;
	snprintf(found->holder, sizeof(found->holder), "%s", holder->path);
	snprintf(found->library, sizeof(found->library), "%s", image->path);
	bool named = dladdr((void *)place, &symbol) != 0 && symbol.dli_sname != NULL; /* NOLINT */
	snprintf(found->variable, sizeof(found->variable), "%s", named ? symbol.dli_sname : "");
	return true;
}

static bool is_in(const struct looking *looking, const struct image *holder, struct address_range data)
{
	static uintptr_t words[PIECE];
	uintptr_t at = (data.begin + sizeof(*words) - 1) & ~(sizeof(*words) - 1);
	while (at + sizeof(*words) <= data.end) {
		size_t wanted = data.end - at < sizeof(words) ? data.end - at : sizeof(words);
		size_t count = memory_copy(words, at, wanted) / sizeof(*words);
		looking->found->bytes += count * sizeof(*words);
		for (size_t i = 0; i < count; i++) {
			if (words[i] - looking->code.begin < looking->code.end - looking->code.begin &&
				is_kept(looking, holder, at + i * sizeof(*words), words[i])) {
				return true;
			}
		}
		at += count * sizeof(*words);
		if (count < wanted / sizeof(*words)) { /* a page that nobody may read */
			at = page_of(at) + (uintptr_t)sysconf(_SC_PAGESIZE);
		}
	}
	return false;
}

/* Variables of the C library that programs set; many C libraries lack some. */
static bool is_in_c_library(const struct looking *looking)
{
	static const char *const variables[] = {"obstack_alloc_failed_handler", "argp_program_version_hook",
											"error_print_progname", "__malloc_hook", "__realloc_hook", "__memalign_hook",
											"__free_hook", "__after_morecore_hook", "__morecore"};
	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
		uintptr_t place = (uintptr_t)dlsym(RTLD_DEFAULT, variables[i]);
		uintptr_t word = 0;
		const struct image *holder = looking->images;
		while (place != 0 && holder != NULL && !range_has(&holder->mapped, place)) {
			holder = holder->next;
		}
		if (place != 0 && holder != NULL && memory_copy(&word, place, sizeof(word)) == sizeof(word) &&
			is_kept(looking, holder, place, word)) {
			return true;
		}
	}
	return false;
}

bool kept_pointers_find(const struct image *images, relib_kept_pointer *found)
{
	struct looking looking = {.images = images, .found = found};
	const struct image *jvm = images_named(images, "libjvm.so");
	*found = (relib_kept_pointer){0};
	for (const struct image *image = images; image != NULL; image = image->next) {
		if (image->goes && image->code.end != 0) {
			bool first = looking.code.end == 0;
			looking.code.begin = first || image->code.begin < looking.code.begin ? image->code.begin : looking.code.begin;
			looking.code.end = image->code.end > looking.code.end ? image->code.end : looking.code.end;
		}
	}
	bool kept = looking.code.end != 0 && is_in_c_library(&looking);
	for (const struct image *image = images; image != NULL && looking.code.end != 0 && !kept; image = image->next) {
		if (!image->goes && !is_c_library(image) && !is_of_java(image, jvm) && !is_ours(image)) {
			kept = is_in(&looking, image, image->data);
		}
	}
	return kept;
}

static bool is_needed(const struct image *images, const struct image *image)
{
	bool needed = false;
	for (; images != NULL && !needed; images = images->next) {
		needed = images->goes && images != image && images_needs(images, image);
	}
	return needed;
}

/* Those that others need come after these. */
void kept_pointers_end(struct image *images)
{
	for (struct image *next = images; next != NULL;) {
		struct image *any = NULL;
		next = NULL;
		for (struct image *image = images; image != NULL && next == NULL; image = image->next) {
			any = image->goes && any == NULL ? image : any;
			next = image->goes && !is_needed(images, image) ? image : NULL;
		}
		next = next != NULL ? next : any; /* they need each other */
		if (next != NULL) {
			next->goes = false;
			run_destructors_early((const void *)next->dynamic);
		}
	}
}

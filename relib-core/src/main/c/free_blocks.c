/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "free_blocks.h"

#include "peek.h"

#include <malloc.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>

#define WORD sizeof(size_t)

/* Two words in front of a block: the size of the one before, if that is free, and its own with flags. */
#define HEADER (2 * WORD)
#define BEFORE_IS_IN_USE ((size_t)1)
#define HAS_A_MAPPING ((size_t)2)
#define FLAGS ((size_t)7)

#define ALIGNMENT ((size_t)16)
#define MIN_LENGTH ((size_t)32)

/* Any system's pages are as large or larger. */
#define PAGE ((uintptr_t)4096)
#define PAGES 4096

/* A block of up to this length may come with the mark of a cache out of a list that knows of none. */
#define MARKED_BY_OTHERS ((size_t)0x80)

#define TRIES 20

/*
 * In the second word of a block that is in a thread's cache: since glibc 2.34 one number for all threads. 0: unknown. Not
 * changed after this library was opened.
 */
static size_t mark;

struct heap_view {
	uintptr_t pages[PAGES]; /* that are there, each at its place of many */
};

void *page_memory(size_t size)
{
	void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return memory != MAP_FAILED ? memory : NULL;
}

void page_memory_free(void *memory, size_t size)
{
	if (memory != NULL) {
		munmap(memory, size);
	}
}

typedef size_t __attribute__((may_alias)) any_word;

static size_t word_at(uintptr_t address)
{
	return *(const volatile any_word *)address;
}

static bool is_there(struct heap_view *view, uintptr_t address)
{
	char byte;
	uintptr_t page = address & ~(PAGE - 1);
	uintptr_t *place = &view->pages[page / PAGE % PAGES];
	if (*place != page && memory_copy(&byte, address, 1) == 1) {
		*place = page;
	}
	return *place == page;
}

static bool copy_word(size_t *word, uintptr_t address)
{
	return memory_copy(word, address, WORD) == WORD;
}

static bool layout_is_known;

/* Whether malloc is the C library's: a block of ours has its size in front, and is marked as in use behind. */
static void try_layout(void)
{
	void *block = malloc(2000);
	uintptr_t address = (uintptr_t)block;
	size_t own = 0;
	size_t next = 0;
	layout_is_known = block != NULL && address % ALIGNMENT == 0 && copy_word(&own, address - WORD) &&
					  (own & ~FLAGS) == malloc_usable_size(block) + WORD && (own & ~FLAGS) < 4000 &&
					  copy_word(&next, address - WORD + (own & ~FLAGS)) && (next & BEFORE_IS_IN_USE) != 0;
	free(block);
}

/* By number: the compiler need not know that the block is gone. */
static size_t second_word_of_a_free_block(size_t size)
{
	void *block = malloc(size);
	uintptr_t address = (uintptr_t)block;
	size_t word = 0;
	free(block);
	return address != 0 && copy_word(&word, address + WORD) ? word : 0;
}

/* A block that went elsewhere has another word there. */
static size_t mark_of_caches(void)
{
	size_t one = second_word_of_a_free_block(40);
	size_t two = second_word_of_a_free_block(200);
	size_t three = second_word_of_a_free_block(600);
	return one == two || one == three ? one : two == three ? two : 0;
}

__attribute__((constructor)) static void find_out(void)
{
	try_layout();
	mark = layout_is_known ? mark_of_caches() : 0;
}

struct heap_view *heap_view_open(void)
{
	return layout_is_known ? page_memory(sizeof(struct heap_view)) : NULL;
}

void heap_view_close(struct heap_view *view)
{
	page_memory_free(view, sizeof(*view));
}

static bool is_marked(struct heap_view *view, uintptr_t block)
{
	return is_there(view, block + WORD) && word_at(block + WORD) == mark;
}

/*
 * A cache is a list, whose links the C library disguises. A block that came out of it by other ways may have its mark
 * yet, until its owner writes there: so does the kit's malloc.
 */
static bool is_in_a_cache(struct heap_view *view, uintptr_t block)
{
	if (mark == 0 || !is_marked(view, block)) {
		return false;
	}
	uintptr_t next = word_at(block) ^ block >> 12;
	return next == 0 || (next % ALIGNMENT == 0 && is_marked(view, next));
}

/* The lengths of the free neighbour before a block, which both have, differ where that neighbour has got the block. */
static bool differs_before(struct heap_view *view, uintptr_t chunk)
{
	size_t length = word_at(chunk);
	bool free_before = (word_at(chunk + WORD) & BEFORE_IS_IN_USE) == 0;
	return free_before && (length % ALIGNMENT != 0 || length < MIN_LENGTH || !is_there(view, chunk - length + WORD) ||
						   (word_at(chunk - length + WORD) & ~FLAGS) != length);
}

/* Another thread may be taking the neighbour at this moment. */
static bool has_gone_to_neighbour(struct heap_view *view, uintptr_t chunk)
{
	const struct timespec pause = {0, 1000000};
	for (int i = 0; differs_before(view, chunk); i++) {
		if (i == TRIES) {
			return true;
		}
		nanosleep(&pause, NULL);
	}
	return false;
}

bool is_free_block(struct heap_view *view, const void *block, size_t size)
{
	uintptr_t address = (uintptr_t)block;
	uintptr_t chunk = address - HEADER;
	if (!is_there(view, chunk) || !is_there(view, address)) {
		return true;
	}
	size_t own = word_at(chunk + WORD);
	size_t length = own & ~FLAGS;
	if (length < MIN_LENGTH || length - WORD < size) {
		return true;
	}
	if ((own & HAS_A_MAPPING) != 0) {
		return false;
	}
	uintptr_t next = chunk + length + WORD;
	return (length > MARKED_BY_OTHERS && is_in_a_cache(view, address)) || !is_there(view, next) || (word_at(next) & BEFORE_IS_IN_USE) == 0 ||
		   has_gone_to_neighbour(view, chunk);
}

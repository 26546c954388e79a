/*
 * Hooks of the allocator.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

KIT_SHARED size_t untrack(const relib_host *host, void *ptr)
{
	return host != NULL && ptr != NULL ? host->releasing(attached_ledger, ptr) : RELIB_UNTRACKED;
}

static void *out_of_memory(void)
{
	errno = ENOMEM;
	return NULL;
}

/*
 * The C library may leave there what says that a block is free: by that the host finds, at the unload, what other code
 * has freed.
 */
static void *with_a_clean_second_word(void *block, size_t size)
{
	if (block != NULL && size >= 2 * sizeof(size_t)) {
		((size_t *)block)[1] = 0;
	}
	return block;
}

HOOK void *malloc(size_t size)
{
	const relib_host *host = attached();
	return track(host, with_a_clean_second_word(REAL(malloc)(size), size), size);
}

HOOK void *calloc(size_t count, size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(calloc)(count, size), count * size);
}

HOOK void free(void *ptr)
{
	untrack(attached(), ptr);
	REAL(free)(ptr);
}

HOOK void *realloc(void *ptr, size_t size)
{
	const relib_host *host = attached();
	size_t old_size = untrack(host, ptr);
	void *moved = REAL(realloc)(ptr, size);
	if (moved != NULL) {
		return track(host, moved, size);
	}
	/* Failed: the old block lives on. With size 0 it may have been freed: rather a leak than a second free. */
	if (size != 0 && old_size != RELIB_UNTRACKED) {
		track(host, ptr, old_size);
	}
	return NULL;
}

HOOK void *reallocarray(void *ptr, size_t count, size_t size)
{
	size_t bytes;
	return __builtin_mul_overflow(count, size, &bytes) ? out_of_memory() : realloc(ptr, bytes);
}

HOOK int posix_memalign(void **result, size_t alignment, size_t size)
{
	const relib_host *host = attached();
	int error = REAL(posix_memalign)(result, alignment, size);
	if (error == 0) {
		track(host, *result, size);
	}
	return error;
}

HOOK void *aligned_alloc(size_t alignment, size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(aligned_alloc)(alignment, size), size);
}

HOOK void *memalign(size_t alignment, size_t size)
{
	const relib_host *host = attached();
	return track(host, REAL(memalign)(alignment, size), size);
}

HOOK void *valloc(size_t size)
{
	return memalign((size_t)sysconf(_SC_PAGESIZE), size);
}

HOOK void *pvalloc(size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	return size > SIZE_MAX - page ? out_of_memory() : memalign(page, (size + page - 1) & ~(page - 1));
}

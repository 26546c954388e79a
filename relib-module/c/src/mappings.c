/*
 * Hooks of functions that map and unmap memory.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

/* A mapping that replaces memory of others, unknown to the host, is a part of that memory. */
static bool replaces_foreign_memory(const relib_host *host, void *address, size_t length, int flags)
{
	unsigned char resident;
	return (flags & MAP_FIXED) != 0 && !host->unmapping(attached_ledger, address, length)
		   && mincore(address, 1, &resident) == 0;
}

#define MAPS(name, offset_type)                                                                        \
	HOOK void *name(void *address, size_t length, int protection, int flags, int fd, offset_type offset) \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		bool tracked = host != NULL && !replaces_foreign_memory(host, address, length, flags);         \
		void *memory = REAL(name)(address, length, protection, flags, fd, offset);                     \
		if (tracked && memory != MAP_FAILED) {                                                         \
			host->mapped(attached_ledger, memory, length, ORIGIN);                                     \
		}                                                                                              \
		return memory;                                                                                 \
	}

MAPS(mmap, off_t)
MAPS(mmap64, off64_t)

/* The host is told first: right after the unmapping another thread may get the address. */
HOOK int munmap(void *address, size_t length)
{
	const relib_host *host = attached();
	bool known = host != NULL && host->unmapping(attached_ledger, address, length);
	int error = REAL(munmap)(address, length);
	if (error != 0 && known) {
		host->mapped(attached_ledger, address, length, ORIGIN);
	}
	return error;
}

HOOK void *mremap(void *address, size_t length, size_t new_length, int flags, ...)
{
	const relib_host *host = attached();
	void *wanted = NULL;
	if ((flags & MREMAP_FIXED) != 0) {
		va_list optional;
		va_start(optional, flags);
		wanted = va_arg(optional, void *);
		va_end(optional);
	}
	bool known = host != NULL && host->unmapping(attached_ledger, address, length);
	void *memory = REAL(mremap)(address, length, new_length, flags, wanted);
	bool stays = memory == MAP_FAILED || (flags & ~(MREMAP_MAYMOVE | MREMAP_FIXED)) != 0;
	if (known && stays) {
		host->mapped(attached_ledger, address, length, ORIGIN);
	}
	if (memory != MAP_FAILED && (known || (host != NULL && length == 0))) {
		host->mapped(attached_ledger, memory, new_length, ORIGIN);
	}
	return memory;
}

void relib_untrack_mapping(void *address, size_t length)
{
	const relib_host *host = attached();
	if (host != NULL) {
		host->unmapping(attached_ledger, address, length);
	}
}

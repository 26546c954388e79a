/*
 * A module that opens files and maps memory.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "files.h"
#include "relib_module.h"

RELIB_MODULE("1.0.0", "")

/* The header's parameter type is one that strict C cannot convert to through a pointer. */
static int call_accept(int fd, struct sockaddr *address, socklen_t *len)
{
	return accept(fd, address, len);
}

static int call_accept4(int fd, struct sockaddr *address, socklen_t *len, int flags)
{
	return accept4(fd, address, len, flags);
}

#define VALUE(name) .name = name,

RELIB_VISIBLE extern struct files files;
struct files files = {
	FILE_FUNCTIONS(VALUE)
	.accept = call_accept,
	.accept4 = call_accept4,
	.untrack_descriptor = relib_untrack_descriptor,
	.untrack_mapping = relib_untrack_mapping,
};

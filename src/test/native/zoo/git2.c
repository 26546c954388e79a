/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

int git_libgit2_init(void);
int git_libgit2_shutdown(void);
int git_repository_open(void **, const char *);
int git_oid_fromstr(unsigned char *, const char *);

int use(void)
{
	void *repository;
	unsigned char id[32];
	CHECK(git_libgit2_init() > 0);
	CHECK(git_oid_fromstr(id, "0123456789012345678901234567890123456789") == 0);
	/* The error is in a thread-local with a destructor. */
	CHECK(git_repository_open(&repository, "/nowhere") != 0);
	CHECK(git_libgit2_shutdown() >= 0);
	return 0;
}

int leave(void)
{
	void *repository;
	CHECK(git_libgit2_init() > 0);
	CHECK(git_repository_open(&repository, "/nowhere") != 0);
	return 0;
}

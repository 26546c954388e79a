/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *magic_open(int);
int magic_load(void *, const char *);
const char *magic_buffer(void *, const void *, size_t);
void magic_close(void *);

int use(void)
{
	void *magic = magic_open(0);
	CHECK(magic != NULL);
	CHECK(magic_load(magic, NULL) == 0);
	CHECK(strstr(magic_buffer(magic, "%PDF-1.4\n", 9), "PDF") != NULL);
	magic_close(magic);
	return 0;
}

/* The map of its database. */
int leave(void)
{
	void *magic = magic_open(0);
	CHECK(magic_load(magic, NULL) == 0);
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *archive_read_new(void);
int archive_read_support_filter_all(void *);
int archive_read_support_format_all(void *);
int archive_read_open_memory(void *, const void *, size_t);
int archive_read_open_filename(void *, const char *, size_t);
int archive_read_free(void *);

static void *reader(void)
{
	void *archive = archive_read_new();
	if (archive != NULL) {
		archive_read_support_filter_all(archive);
		archive_read_support_format_all(archive);
	}
	return archive;
}

int use(void)
{
	void *archive = reader();
	CHECK(archive != NULL);
	CHECK(archive_read_open_memory(archive, "no archive", 10) != 0);
	CHECK(archive_read_free(archive) == 0);
	return 0;
}

/* A reader, and the file that it reads. */
int leave(void)
{
	archive_read_open_filename(reader(), "/etc/passwd", 1024);
	return 0;
}

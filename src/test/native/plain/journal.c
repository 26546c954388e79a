/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))

typedef struct { int64_t id; double weight; char name[16]; } entry;
typedef struct { entry entries[8]; int count; void (*added)(int64_t id); } journal;

EXPORT int journal_open(const char *path, journal **opened)
{
	if (path[0] != '/') {
		errno = ENOENT;
		return -1;
	}
	*opened = calloc(1, sizeof(journal));
	return 0;
}

EXPORT void journal_close(journal *j)
{
	free(j);
}

EXPORT void journal_add(journal *j, entry e)
{
	j->entries[j->count++ % 8] = e;
	if (j->added != NULL) {
		j->added(e.id);
	}
}

EXPORT int journal_find(journal *j, const char *name, entry *found)
{
	for (int i = 0; i < j->count; i++) {
		if (strcmp(j->entries[i].name, name) == 0) {
			*found = j->entries[i];
			return 1024;
		}
	}
	return 0;
}

EXPORT const char *journal_last(journal *j)
{
	return j->count > 0 ? j->entries[j->count - 1].name : NULL;
}

EXPORT void journal_each(journal *j, void (*visit)(const entry *e))
{
	for (int i = 0; i < j->count; i++) {
		visit(&j->entries[i]);
	}
}

EXPORT void journal_on_add(journal *j, void (*added)(int64_t id))
{
	j->added = added;
}

EXPORT int journal_print(char *into, size_t room, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(into, room, format, arguments);
	va_end(arguments);
	return length;
}

/*
 * Hooks of functions whose results the C library allocates, moves or frees for their caller.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#include "kit.h"

static char *copy_text(const char *text, size_t len)
{
	char *copy = malloc(len + 1);
	if (copy != NULL) {
		memcpy(copy, text, len);
		copy[len] = '\0';
	}
	return copy;
}

#undef strdup
HOOK char *strdup(const char *text)
{
	return copy_text(text, strlen(text));
}

#undef strndup
HOOK char *strndup(const char *text, size_t max)
{
	return copy_text(text, strnlen(text, max));
}

HOOK wchar_t *wcsdup(const wchar_t *text)
{
	const relib_host *host = attached();
	wchar_t *copy = REAL(wcsdup)(text);
	return copy == NULL ? NULL : track(host, copy, (wcslen(copy) + 1) * sizeof(*copy));
}

/* A text that the C library has allocated for its caller. */
static char *track_text(const relib_host *host, char *text)
{
	return text == NULL ? NULL : track(host, text, strlen(text) + 1);
}

HOOK int vasprintf(char **result, const char *format, va_list arguments)
{
	const relib_host *host = attached();
	int len = REAL(vasprintf)(result, format, arguments);
	if (len >= 0) {
		track(host, *result, (size_t)len + 1);
	}
	return len;
}

HOOK int asprintf(char **result, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int len = vasprintf(result, format, arguments);
	va_end(arguments);
	return len;
}

HOOK int __vasprintf_chk(char **result, int flag, const char *format, va_list arguments)
{
	(void)flag;
	return vasprintf(result, format, arguments);
}

HOOK int __asprintf_chk(char **result, int flag, const char *format, ...)
{
	(void)flag;
	va_list arguments;
	va_start(arguments, format);
	int len = vasprintf(result, format, arguments);
	va_end(arguments);
	return len;
}

HOOK char *realpath(const char *path, char *resolved)
{
	const relib_host *host = attached();
	char *result = REAL(realpath)(path, resolved);
	return resolved != NULL ? result : track_text(host, result);
}

HOOK char *getcwd(char *buffer, size_t size)
{
	const relib_host *host = attached();
	char *result = REAL(getcwd)(buffer, size);
	return buffer != NULL ? result : track_text(host, result);
}

#define ALLOCATES_TEXT(name, parameters, arguments)                                                    \
	HOOK char *name parameters                                                                         \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		return track_text(host, REAL(name) arguments);                                                 \
	}

ALLOCATES_TEXT(get_current_dir_name, (void), ())
ALLOCATES_TEXT(canonicalize_file_name, (const char *path), (path))
ALLOCATES_TEXT(tempnam, (const char *directory, const char *prefix), (directory, prefix))

#define SCANS(name, entry, parameters, arguments)                                                      \
	HOOK int name parameters                                                                           \
	{                                                                                                  \
		const relib_host *host = attached();                                                           \
		int count = REAL(name) arguments;                                                              \
		for (int i = 0; i < count; i++) {                                                              \
			track(host, (*entries)[i], (*entries)[i]->d_reclen);                                       \
		}                                                                                              \
		if (count >= 0) {                                                                              \
			track(host, *entries, (size_t)count * sizeof(entry *));                                    \
		}                                                                                              \
		return count;                                                                                  \
	}

SCANS(scandir, struct dirent,
	  (const char *path, struct dirent ***entries, int (*filter)(const struct dirent *),
	   int (*compare)(const struct dirent **, const struct dirent **)),
	  (path, entries, filter, compare))
SCANS(scandir64, struct dirent64,
	  (const char *path, struct dirent64 ***entries, int (*filter)(const struct dirent64 *),
	   int (*compare)(const struct dirent64 **, const struct dirent64 **)),
	  (path, entries, filter, compare))
SCANS(scandirat, struct dirent,
	  (int directory, const char *path, struct dirent ***entries, int (*filter)(const struct dirent *),
	   int (*compare)(const struct dirent **, const struct dirent **)),
	  (directory, path, entries, filter, compare))
SCANS(scandirat64, struct dirent64,
	  (int directory, const char *path, struct dirent64 ***entries, int (*filter)(const struct dirent64 *),
	   int (*compare)(const struct dirent64 **, const struct dirent64 **)),
	  (directory, path, entries, filter, compare))

/* The process's environment holds a copy, not the module's memory. */
HOOK int putenv(char *definition)
{
	const relib_host *host = attached();
	const char *value = strchr(definition, '=');
	if (host == NULL || value == NULL) {
		return REAL(putenv)(definition); /* which removes a name without a value */
	}
	char *name = REAL(malloc)((size_t)(value - definition) + 1);
	if (name == NULL) {
		errno = ENOMEM;
		return -1;
	}
	memcpy(name, definition, (size_t)(value - definition));
	name[value - definition] = '\0';
	int error = setenv(name, value + 1, 1);
	REAL(free)(name);
	return error;
}

/* By assembler name: glibc's header has an inline getline, which calls __getdelim. */
HOOK ssize_t hook_getdelim(char **line, size_t *capacity, int delimiter, FILE *stream) __asm__(KIT_SYMBOL(getdelim));
HOOK ssize_t hook_getdelim_inline(char **line, size_t *capacity, int delimiter, FILE *stream) __asm__(KIT_SYMBOL(__getdelim));
HOOK ssize_t hook_getline(char **line, size_t *capacity, FILE *stream) __asm__(KIT_SYMBOL(getline));

ssize_t hook_getdelim(char **line, size_t *capacity, int delimiter, FILE *stream)
{
	const relib_host *host = attached();
	host = line != NULL && capacity != NULL ? host : NULL;
	if (host != NULL) {
		untrack(host, *line);
	}
	ssize_t len = REAL(getdelim)(line, capacity, delimiter, stream);
	if (host != NULL) {
		track(host, *line, *capacity);
	}
	return len;
}

ssize_t hook_getdelim_inline(char **line, size_t *capacity, int delimiter, FILE *stream)
{
	return hook_getdelim(line, capacity, delimiter, stream);
}

ssize_t hook_getline(char **line, size_t *capacity, FILE *stream)
{
	return hook_getdelim(line, capacity, '\n', stream);
}

void relib_untrack(void *ptr)
{
	untrack(attached(), ptr);
}

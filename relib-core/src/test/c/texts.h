/*
 * The C library's functions that allocate, move or free their caller's memory, as the module's code sees them.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_TEXTS_H
#define RELIB_TEXTS_H

#include <argz.h>
#include <dirent.h>
#include <envz.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <wchar.h>

int __asprintf_chk(char **result, int flag, const char *format, ...);
int __vasprintf_chk(char **result, int flag, const char *format, va_list arguments);

#define TEXT_FUNCTIONS(DO)                                                                             \
	DO(asprintf) DO(vasprintf) DO(__asprintf_chk) DO(__vasprintf_chk) DO(realpath) DO(getcwd)          \
	DO(get_current_dir_name) DO(canonicalize_file_name) DO(wcsdup) DO(scandir) DO(scandir64)           \
	DO(scandirat) DO(scandirat64) DO(argz_create) DO(argz_create_sep) DO(argz_append) DO(argz_add)     \
	DO(argz_add_sep) DO(argz_delete) DO(argz_insert) DO(argz_replace) DO(envz_add) DO(envz_merge)      \
	DO(envz_remove) DO(envz_strip) DO(putenv) DO(free)

#define FIELD(name) __typeof__(&name) name;
struct texts {
	TEXT_FUNCTIONS(FIELD)
	char variable[64]; /* in the module's image */
};

#endif

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"
#include "texts.h"

#include <fcntl.h>
#include <string.h>

static struct module module;
static struct texts *texts;

static void open_module(void)
{
	module = module_open("texts_module");
	texts = module_symbol(&module, "texts");
}

static int format(int (*function)(char **, const char *, va_list), char **result, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int len = function(result, format, arguments);
	va_end(arguments);
	return len;
}

static int format_checked(char **result, const char *format, va_list arguments)
{
	return texts->__vasprintf_chk(result, 1, format, arguments);
}

/* Tracked, freed through the hooks, and no trace left. */
static void check_text(char *text, const char *expected)
{
	CHECK(text != NULL && strcmp(text, expected) == 0);
	CHECK_EQUAL(1, module_live(&module));
	CHECK_EQUAL(strlen(expected) + 1, module_usage(&module).live_bytes);
	texts->free(text);
	CHECK_EQUAL(0, module_live(&module));
}

TEST(tracks_formatted_texts)
{
	char *text;
	open_module();
	CHECK_EQUAL(4, texts->asprintf(&text, "%d", 4711));
	check_text(text, "4711");
	CHECK_EQUAL(4, texts->__asprintf_chk(&text, 1, "%d", 4711));
	check_text(text, "4711");
	CHECK_EQUAL(4, format(texts->vasprintf, &text, "%d", 4711));
	check_text(text, "4711");
	CHECK_EQUAL(4, format(format_checked, &text, "%d", 4711));
	check_text(text, "4711");
	CHECK_EQUAL(-1, texts->asprintf(&text, "%lc", 0x110000));
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

TEST(tracks_paths)
{
	char here[4096];
	char *own;
	open_module();
	CHECK(getcwd(here, sizeof(here)) != NULL);
	check_text(texts->realpath("/proc/..", NULL), "/");
	check_text(texts->canonicalize_file_name("/proc/.."), "/");
	check_text(texts->getcwd(NULL, 0), here);
	own = texts->get_current_dir_name();
	CHECK_EQUAL(1, module_live(&module));
	texts->free(own);
	CHECK(texts->realpath("/proc/..", here) == here);
	CHECK(texts->getcwd(here, sizeof(here)) == here);
	CHECK(texts->realpath("/nowhere/at/all", NULL) == NULL);
	CHECK_EQUAL(0, module_live(&module));
	wchar_t *wide = texts->wcsdup(L"wide");
	CHECK_EQUAL(5 * sizeof(wchar_t), module_usage(&module).live_bytes);
	texts->free(wide);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

static int only_itself(const struct dirent *entry)
{
	return strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
}

static int only_itself64(const struct dirent64 *entry)
{
	return strcmp(entry->d_name, ".") == 0;
}

TEST(tracks_directory_listings)
{
	struct dirent **entries;
	struct dirent64 **entries64;
	open_module();
	CHECK_EQUAL(2, texts->scandir("/tmp", &entries, only_itself, alphasort));
	CHECK_EQUAL(3, module_live(&module));
	texts->free(entries[0]);
	texts->free(entries[1]);
	texts->free(entries);
	CHECK_EQUAL(0, module_live(&module));
	CHECK_EQUAL(2, texts->scandirat(AT_FDCWD, "/tmp", &entries, only_itself, alphasort));
	CHECK_EQUAL(3, module_live(&module));
	CHECK_EQUAL(1, texts->scandir64("/tmp", &entries64, only_itself64, alphasort64));
	CHECK_EQUAL(1, texts->scandirat64(AT_FDCWD, "/tmp", &entries64, only_itself64, alphasort64));
	CHECK_EQUAL(7, module_live(&module));
	CHECK_EQUAL(-1, texts->scandir("/nowhere/at/all", &entries, only_itself, alphasort));
	CHECK_EQUAL(7, module_live(&module));
	module_close(&module);
	CHECK_EQUAL(7, module.freed);
}

/* The C library moves and frees the vector by itself: whatever happens, the one that there is, is tracked. */
static void check_vector(const char *vector, size_t len, const char *expected, size_t expected_len)
{
	CHECK_EQUAL(expected_len, len);
	CHECK(len == 0 ? vector == NULL : memcmp(vector, expected, len) == 0);
	CHECK_EQUAL(len == 0 ? 0 : 1, module_live(&module));
	CHECK_EQUAL(len, module_usage(&module).live_bytes);
	CHECK_EQUAL(0, module_usage(&module).foreign_frees);
}

#define CHECK_VECTOR(expected) check_vector(vector, len, expected, sizeof(expected) - 1)

TEST(follows_vectors_of_texts)
{
	char *vector;
	size_t len;
	unsigned count = 0;
	char one[] = "one";
	char two[] = "two";
	char *const both[] = {one, two, NULL};
	open_module();
	CHECK_EQUAL(0, texts->argz_create(both, &vector, &len));
	CHECK_VECTOR("one\0two\0");
	for (int i = 0; i < 1000; i++) { /* so that it moves */
		CHECK_EQUAL(0, texts->argz_add(&vector, &len, "a text that is longer"));
		CHECK_EQUAL(1, module_live(&module));
	}
	while (len > 8) {
		texts->argz_delete(&vector, &len, vector + 8);
	}
	CHECK_VECTOR("one\0two\0");
	CHECK_EQUAL(0, texts->argz_insert(&vector, &len, vector, "zero"));
	CHECK_EQUAL(0, texts->argz_add_sep(&vector, &len, "3:4", ':'));
	CHECK_EQUAL(0, texts->argz_append(&vector, &len, "5\0", 2));
	CHECK_VECTOR("zero\0one\0two\0003\0004\0005\0");
	CHECK_EQUAL(0, texts->argz_replace(&vector, &len, "o", "0000", &count));
	CHECK_EQUAL(3, count);
	CHECK_EQUAL(1, module_live(&module));
	while (len > 0) {
		texts->argz_delete(&vector, &len, vector);
	}
	CHECK_VECTOR("");
	CHECK_EQUAL(0, texts->argz_create_sep("a,b", ',', &vector, &len));
	CHECK_VECTOR("a\0b\0");
	module_close(&module);
	CHECK_EQUAL(1, module.freed);
}

TEST(follows_environment_vectors)
{
	char *vector = NULL;
	size_t len = 0;
	open_module();
	CHECK_EQUAL(0, texts->envz_add(&vector, &len, "A", "1"));
	CHECK_EQUAL(0, texts->envz_add(&vector, &len, "B", NULL));
	CHECK_VECTOR("A=1\0B\0");
	CHECK_EQUAL(0, texts->envz_merge(&vector, &len, "A=2\0C=3", 8, 1));
	CHECK_EQUAL(1, module_live(&module));
	texts->envz_strip(&vector, &len);
	texts->envz_remove(&vector, &len, "C");
	CHECK_VECTOR("A=2\0");
	texts->envz_remove(&vector, &len, "A");
	CHECK_VECTOR("");
	module_close(&module);
}

TEST(leaves_no_memory_of_the_module_in_the_environment)
{
	open_module();
	strcpy(texts->variable, "RELIB_TEST_VARIABLE=value");
	CHECK_EQUAL(0, texts->putenv(texts->variable));
	module_close(&module);
	CHECK(strcmp(getenv("RELIB_TEST_VARIABLE"), "value") == 0);
	open_module();
	strcpy(texts->variable, "RELIB_TEST_VARIABLE");
	CHECK_EQUAL(0, texts->putenv(texts->variable));
	CHECK(getenv("RELIB_TEST_VARIABLE") == NULL);
	module_close(&module);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

typedef int32_t divide_function(uint8_t *success, int32_t a, int32_t b);
typedef int32_t ask_function(uint8_t *success, int32_t number);
typedef void panic_function(uint8_t *success, relib_str text);
typedef relib_string *greet_function(uint8_t *success, relib_str name);
typedef relib_buffer *zeros_function(uint8_t *success, int64_t len);

static struct module module;

static void bind_import(ask_function *function)
{
	*(ask_function **)module_symbol(&module, "__relib__Host_ask") = function;
}

static void panic(const char *text, size_t len)
{
	uint8_t success = 9;
	EXPORT(&module, panic_function *, "__relib__Probe_panic")(&success, (relib_str){text, len});
	CHECK_EQUAL(RELIB_PANICKED, success);
}

TEST(returns_when_nothing_panics)
{
	uint8_t success = 9;
	module = module_open("module");
	CHECK_EQUAL(4, EXPORT(&module, divide_function *, "__relib__Probe_divide")(&success, 12, 3));
	CHECK_EQUAL(RELIB_RETURNED, success);
	CHECK(strcmp(last_panic(), "") == 0);
	module_close(&module);
}

TEST(reports_a_panic_with_its_message)
{
	uint8_t success = 9;
	module = module_open("module");
	EXPORT(&module, divide_function *, "__relib__Probe_divide")(&success, 12, 0);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "12 cannot be divided by zero") == 0);
	module_close(&module);
}

TEST(works_after_a_panic)
{
	module = module_open("module");
	for (int i = 0; i < 1000; i++) {
		uint8_t success = 9;
		EXPORT(&module, divide_function *, "__relib__Probe_divide")(&success, 12, i % 2);
		CHECK_EQUAL(i % 2, success);
	}
	module_close(&module);
}

TEST(forgets_a_panic_that_was_taken)
{
	module = module_open("module");
	panic("once", 4);
	CHECK(strcmp(last_panic(), "once") == 0);
	CHECK(strcmp(last_panic(), "") == 0);
	module_close(&module);
}

static void *take_panic(void *text)
{
	return strcpy(text, last_panic());
}

TEST(keeps_a_panic_for_its_own_thread)
{
	char text[100] = "not called";
	pthread_t thread;
	module = module_open("module");
	panic("mine", 4);
	CHECK_EQUAL(0, pthread_create(&thread, NULL, take_panic, text));
	CHECK_EQUAL(0, pthread_join(thread, NULL));
	CHECK(strcmp(text, "") == 0);
	CHECK(strcmp(last_panic(), "mine") == 0);
	module_close(&module);
}

/* In a text of the two-byte character é only an even number of bytes is text. */
TEST(cuts_a_long_message_between_characters)
{
	char text[4000];
	module = module_open("module");
	for (size_t i = 0; i < sizeof(text); i += 2) {
		memcpy(text + i, "\xc3\xa9", 2);
	}
	panic(text, sizeof(text));
	CHECK_EQUAL(1022, strlen(last_panic()));
	text[0] = 'x';
	memmove(text + 1, text + 2, 2000);
	panic(text, 2001);
	CHECK_EQUAL(1023, strlen(last_panic()));
	for (size_t i = 0; i < sizeof(text); i += 4) {
		memcpy(text + i, "\xf0\x9f\x8e\x89", 4);
	}
	panic(text, sizeof(text));
	CHECK_EQUAL(1020, strlen(last_panic()));
	memset(text, 'a', sizeof(text));
	panic(text, 1023);
	CHECK_EQUAL(1023, strlen(last_panic()));
	memset(text, '\x80', sizeof(text));
	panic(text, sizeof(text));
	CHECK_EQUAL(1023, strlen(last_panic()));
	module_close(&module);
}

TEST(cuts_a_panic_to_the_space_there_is)
{
	char text[5];
	module = module_open("module");
	panic("abc\xc3\xa9x", 6);
	CHECK_EQUAL(3, relib_rt_take_panic(text, 4));
	panic("abc\xc3\xa9x", 6);
	CHECK_EQUAL(5, relib_rt_take_panic(text, 5));
	panic("abc", 3);
	CHECK_EQUAL(0, relib_rt_take_panic(text, 0));
	module_close(&module);
}

static int32_t answer(uint8_t *success, int32_t number)
{
	*success = RELIB_RETURNED;
	return number + 1;
}

static int32_t fail(uint8_t *success, int32_t number)
{
	*success = RELIB_PANICKED;
	return number;
}

TEST(calls_an_import)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(answer);
	CHECK_EQUAL(42, EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 41));
	CHECK_EQUAL(RELIB_RETURNED, success);
	module_close(&module);
}

TEST(says_that_an_import_failed)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(fail);
	EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 41);
	CHECK_EQUAL(RELIB_IMPORT_FAILED, success);
	CHECK(strcmp(last_panic(), "") == 0);
	module_close(&module);
}

TEST(panics_when_an_import_is_not_bound)
{
	uint8_t success = 9;
	module = module_open("module");
	EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 41);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "the import Host.ask was called before the host had bound it") == 0);
	module_close(&module);
}

/* An import that calls exports: down to 0, where the innermost one panics. */
static int32_t call_back(uint8_t *success, int32_t number)
{
	uint8_t inner = 9;
	int32_t result = 0;
	if (number == 0) {
		panic("innermost", 9);
	} else {
		result = EXPORT(&module, ask_function *, "__relib__Probe_ask")(&inner, number - 1);
		CHECK_EQUAL(RELIB_RETURNED, inner);
	}
	*success = RELIB_RETURNED;
	return result + 1;
}

TEST(lands_a_panic_on_the_innermost_export)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(call_back);
	CHECK_EQUAL(6, EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 5));
	CHECK_EQUAL(RELIB_RETURNED, success);
	CHECK(strcmp(last_panic(), "innermost") == 0);
	module_close(&module);
}

/* Fails at the bottom: every import above it fails in turn, as the host passes an exception on. */
static int32_t call_back_and_fail(uint8_t *success, int32_t number)
{
	uint8_t inner = 9;
	if (number > 0) {
		EXPORT(&module, ask_function *, "__relib__Probe_ask")(&inner, number - 1);
		CHECK_EQUAL(RELIB_IMPORT_FAILED, inner);
	}
	*success = RELIB_PANICKED;
	return 0;
}

TEST(passes_a_failure_through_nested_exports)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(call_back_and_fail);
	EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 5);
	CHECK_EQUAL(RELIB_IMPORT_FAILED, success);
	bind_import(answer);
	CHECK_EQUAL(1, EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 0));
	CHECK_EQUAL(RELIB_RETURNED, success);
	module_close(&module);
}

static int32_t answer_negative(uint8_t *success, int32_t number)
{
	panic("of an inner export", 18);
	*success = RELIB_RETURNED;
	return -number;
}

TEST(panics_in_an_outer_export_after_an_inner_one)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(answer_negative);
	EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 7);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "the answer is -7") == 0);
	module_close(&module);
}

static int32_t answer_negative_after_an_export(uint8_t *success, int32_t number)
{
	uint8_t inner = 9;
	CHECK_EQUAL(4, EXPORT(&module, divide_function *, "__relib__Probe_divide")(&inner, 12, 3));
	*success = RELIB_RETURNED;
	return -number;
}

TEST(panics_in_an_outer_export_after_an_inner_one_has_returned)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(answer_negative_after_an_export);
	EXPORT(&module, ask_function *, "__relib__Probe_ask")(&success, 7);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "the answer is -7") == 0);
	module_close(&module);
}

TEST(runs_what_stands_before_unload)
{
	uint8_t success = 9;
	module = module_open("module");
	bind_import(answer);
	EXPORT(&module, void (*)(uint8_t *), "__relib__before_unload")(&success);
	CHECK_EQUAL(RELIB_RETURNED, success);
	bind_import(fail);
	EXPORT(&module, void (*)(uint8_t *), "__relib__before_unload")(&success);
	CHECK_EQUAL(RELIB_IMPORT_FAILED, success);
	bind_import(NULL);
	EXPORT(&module, void (*)(uint8_t *), "__relib__before_unload")(&success);
	CHECK_EQUAL(RELIB_PANICKED, success);
	module_close(&module);
}

TEST(gives_boxed_results_and_takes_them_back)
{
	uint8_t success = 9;
	module = module_open("module");
	relib_string *text = EXPORT(&module, greet_function *, "__relib__Probe_greet")(&success, (relib_str){"Ada", 3});
	CHECK(text->len == 11 && memcmp(text->ptr, "Hello, Ada!", 11) == 0);
	relib_buffer *bytes = EXPORT(&module, zeros_function *, "__relib__Probe_zeros")(&success, 3);
	CHECK(bytes->len == 3 && memcmp(bytes->ptr, "\0\0\0", 3) == 0);
	relib_buffer *none = EXPORT(&module, zeros_function *, "__relib__Probe_zeros")(&success, 0);
	CHECK(none->len == 0 && none->ptr == NULL);
	CHECK_EQUAL(5, module_live(&module));
	EXPORT(&module, void (*)(relib_string *), "__post__relib__Probe_greet")(text);
	EXPORT(&module, void (*)(relib_buffer *), "__post__relib__Probe_zeros")(bytes);
	EXPORT(&module, void (*)(relib_buffer *), "__post__relib__Probe_zeros")(none);
	EXPORT(&module, void (*)(relib_buffer *), "__post__relib__Probe_zeros")(NULL);
	CHECK_EQUAL(0, module_live(&module));
	module_close(&module);
}

TEST(copies_text_and_bytes)
{
	module = module_open("module");
	relib_string text = module.probe->string_of("text");
	CHECK(text.len == 4 && memcmp(text.ptr, "text", 4) == 0);
	relib_buffer bytes = module.probe->buffer_of("\0\1\2", 3);
	CHECK(bytes.len == 3 && memcmp(bytes.ptr, "\0\1\2", 3) == 0);
	CHECK(module.probe->string_of("").ptr == NULL);
	CHECK(module.probe->buffer_of(NULL, 0).ptr == NULL);
	module_close(&module);
	CHECK_EQUAL(2, module.freed);
}

TEST(panics_when_a_result_is_too_large)
{
	uint8_t success = 9;
	module = module_open("module");
	EXPORT(&module, zeros_function *, "__relib__Probe_zeros")(&success, INT64_MAX / 2);
	CHECK_EQUAL(RELIB_PANICKED, success);
	CHECK(strcmp(last_panic(), "no memory for 4611686018427387903 bytes") == 0);
	module_close(&module);
}

/* ---- Without a host, or without an export --------------------------------------------------- */

static void panic_without_host(void)
{
	module = module_open_unattached("module");
	panic("unheard", 7);
}

TEST(lands_a_panic_without_a_host)
{
	char text[1000];
	int status = check_in_child(panic_without_host, text, sizeof(text));
	CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	CHECK(strstr(text, "relib: ERROR unheard\n") != NULL);
}

static void panic_nowhere(void)
{
	module = module_open_unattached("module");
	EXPORT(&module, void (*)(void), "panic_without_export")();
}

TEST(aborts_when_a_panic_has_nowhere_to_land)
{
	char text[1000];
	int status = check_in_child(panic_nowhere, text, sizeof(text));
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	CHECK(strstr(text, "nobody is called") != NULL);
}

static void panic_after_an_export(void)
{
	uint8_t success = 9;
	module = module_open("module");
	EXPORT(&module, divide_function *, "__relib__Probe_divide")(&success, 12, 3);
	EXPORT(&module, divide_function *, "__relib__Probe_divide")(&success, 12, 0);
	EXPORT(&module, void (*)(void), "panic_without_export")();
}

TEST(aborts_when_a_panic_comes_after_the_exports)
{
	char text[1000];
	int status = check_in_child(panic_after_an_export, text, sizeof(text));
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	CHECK(strstr(text, "nobody is called") != NULL);
}

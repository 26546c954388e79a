/*
 * A test harness: each TEST runs in a child process of its own, so that one that crashes or hangs
 * fails alone and a leak is blamed on the test that made it.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_CHECK_H
#define RELIB_CHECK_H

#include <stdio.h>
#include <stdlib.h>

struct test {
	const char *name;
	void (*run)(void);
	struct test *next;
};

void check_add(struct test *test);

#define TEST(test_name)                                                                                \
	static void test_name(void);                                                                       \
	__attribute__((constructor)) static void add_##test_name(void)                                     \
	{                                                                                                  \
		static struct test test = {#test_name, test_name, NULL};                                       \
		check_add(&test);                                                                              \
	}                                                                                                  \
	static void test_name(void)

#define CHECK(condition)                                                                               \
	do {                                                                                               \
		if (!(condition)) {                                                                            \
			printf("     %s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                        \
			exit(1);                                                                                   \
		}                                                                                              \
	} while (0)

#define CHECK_EQUAL(expected, actual)                                                                  \
	do {                                                                                               \
		long long check_expected = (long long)(expected);                                              \
		long long check_actual = (long long)(actual);                                                  \
		if (check_expected != check_actual) {                                                          \
			printf("     %s:%d: %s is %lld, not %lld\n", __FILE__, __LINE__, #actual, check_actual,    \
				   check_expected);                                                                    \
			exit(1);                                                                                   \
		}                                                                                              \
	} while (0)

#define CHECK_AT_MOST(limit, actual)                                                                   \
	do {                                                                                               \
		long long check_value = (long long)(actual);                                                   \
		if (check_value > (long long)(limit)) {                                                        \
			printf("     %s:%d: %s is %lld, more than %s\n", __FILE__, __LINE__, #actual, check_value, \
				   #limit);                                                                            \
			exit(1);                                                                                   \
		}                                                                                              \
	} while (0)

/* Runs the function in a child process. Returns its wait status; what it wrote to standard error is in text. */
int check_in_child(void (*run)(void), char *text, size_t capacity);

/* True if times mean something: no sanitizer, no valgrind. */
int check_times(void);

#endif

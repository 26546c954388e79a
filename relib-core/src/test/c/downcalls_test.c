/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"
#include "java.h"

#include <errno.h>
#include <stdarg.h>

static int many(int a, int b, uint8_t c, double d, float e)
{
	return a + 10 * b + 100 * c + (int)(1000 * d) + (int)(10000 * e);
}

static double as_number(float value)
{
	union {
		float value;
		double number;
	} bits = {.number = 0};
	bits.value = value;
	return bits.number;
}

typedef uint64_t (*word6x4)(java_env, java_object, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
							double, double, double, double);
typedef double (*number2x0)(java_env, java_object, uint64_t, uint64_t, uint64_t);

TEST(a_function_is_called_with_more_registers_than_it_reads)
{
	java_begin();
	uint64_t result = ((word6x4)java_native("word6x4"))(java.env, NULL, (uintptr_t)many, 1, 2, 3, 99, 99, 99, 4.0,
														 as_number(5.0f), 99, 99);
	CHECK_EQUAL(54321, (int)result);
}

static double sum(int count, ...)
{
	double total = 0;
	va_list list;
	va_start(list, count);
	for (int i = 0; i < count; i++) {
		total += va_arg(list, double);
	}
	va_end(list);
	return total;
}

TEST(a_function_with_an_ellipsis_gets_its_numbers)
{
	java_begin();
	typedef double (*number6x4)(java_env, java_object, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
								uint64_t, double, double, double, double);
	CHECK(((number6x4)java_native("number6x4"))(java.env, NULL, (uintptr_t)sum, 3, 0, 0, 0, 0, 0, 1.5, 2.5, 3.5, 99) ==
		  7.5);
}

static float half(void)
{
	return 0.5f;
}

TEST(a_float_comes_as_the_lower_half_of_a_number)
{
	union {
		double number;
		float value;
	} result;
	java_begin();
	result.number = ((number2x0)java_native("number2x0"))(java.env, NULL, (uintptr_t)half, 0, 0);
	CHECK(result.value == 0.5f);
}

static int leave(int error)
{
	int before = errno;
	errno = error != 0 ? error : errno;
	return before;
}

TEST(an_error_number_is_0_before_a_call_and_kept_after_it)
{
	typedef uint64_t (*call)(java_env, java_object, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
							 uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t, uint64_t,
							 uint64_t, uint64_t, double, double, double, double, double, double, double, double);
	java_begin();
	int errors[] = {34, 0, 2};
	call errno_word = (call)java_native("errnoWord16x8");
	for (int i = 0; i < 3; i++) {
		int32_t left = -1;
		errno = 9;
		CHECK_EQUAL(0, (int)errno_word(java.env, NULL, (uintptr_t)leave, (uintptr_t)&left, (uint64_t)errors[i], 0, 0, 0, 0, 0,
									   0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
		CHECK_EQUAL(errors[i], left);
	}
}

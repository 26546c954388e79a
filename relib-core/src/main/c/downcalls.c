/*
 * The native methods through which Java calls functions of any shape. They pass more registers than a function reads,
 * which does it no harm: integers and floats have registers of their own, and what follows on the stack is not looked
 * at.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE

#include "jvm.h"
#include "relib_rt.h"
#include "upcalls.h"

#include <errno.h>

/* With an ellipsis, so that functions that have one learn on x86-64 how many floats there are. */
typedef uint64_t (*word_function)(uint64_t, ...);
typedef double (*number_function)(uint64_t, ...);

#define EACH(...) __VA_ARGS__

/* Results of up to 64 bits, and floats: the lower half of a double. */
#define DEFINE(count, parameters, arguments)                                                           \
	static uint64_t word##count(java_env env, java_object class, uint64_t function, EACH parameters)   \
	{                                                                                                  \
		(void)env, (void)class;                                                                        \
		return ((word_function)(uintptr_t)function)arguments;                                          \
	}                                                                                                  \
	static double number##count(java_env env, java_object class, uint64_t function, EACH parameters)   \
	{                                                                                                  \
		(void)env, (void)class;                                                                        \
		return ((number_function)(uintptr_t)function)arguments;                                        \
	}

/* The same, and leaves errno, which is 0 before, at an address. */
#define DEFINE_WITH_ERRNO(count, parameters, arguments)                                                \
	static uint64_t errno_word##count(java_env env, java_object class, uint64_t function,              \
									  uint64_t error, EACH parameters)                                 \
	{                                                                                                  \
		(void)env, (void)class;                                                                        \
		errno = 0;                                                                                     \
		uint64_t result = ((word_function)(uintptr_t)function)arguments;                               \
		*(int32_t *)(uintptr_t)error = errno;                                                          \
		return result;                                                                                 \
	}                                                                                                  \
	static double errno_number##count(java_env env, java_object class, uint64_t function,              \
									  uint64_t error, EACH parameters)                                 \
	{                                                                                                  \
		(void)env, (void)class;                                                                        \
		errno = 0;                                                                                     \
		double result = ((number_function)(uintptr_t)function)arguments;                               \
		*(int32_t *)(uintptr_t)error = errno;                                                          \
		return result;                                                                                 \
	}

#define WORDS2 uint64_t a, uint64_t b
#define WORDS4 WORDS2, uint64_t c, uint64_t d
#define WORDS6 WORDS4, uint64_t e, uint64_t f
#define WORDS8 WORDS6, uint64_t g, uint64_t h
#define WORDS16                                                                                        \
	WORDS8, uint64_t i, uint64_t j, uint64_t k, uint64_t l, uint64_t m, uint64_t n, uint64_t o, uint64_t p
#define NUMBERS4 double q, double r, double s, double t
#define NUMBERS8 NUMBERS4, double u, double v, double w, double x

DEFINE(2x0, (WORDS2), (a, b))
DEFINE(4x0, (WORDS4), (a, b, c, d))
DEFINE(6x0, (WORDS6), (a, b, c, d, e, f))
DEFINE(8x0, (WORDS8), (a, b, c, d, e, f, g, h))
DEFINE(6x4, (WORDS6, NUMBERS4), (a, b, c, d, e, f, q, r, s, t))
DEFINE(6x8, (WORDS6, NUMBERS8), (a, b, c, d, e, f, q, r, s, t, u, v, w, x))
DEFINE(16x8, (WORDS16, NUMBERS8), (a, b, c, d, e, f, g, h, q, r, s, t, u, v, w, x, i, j, k, l, m, n, o, p))
DEFINE_WITH_ERRNO(16x8, (WORDS16, NUMBERS8), (a, b, c, d, e, f, g, h, q, r, s, t, u, v, w, x, i, j, k, l, m, n, o, p))

static uint64_t open_upcall(java_env env, java_object class, java_object target)
{
	(void)class;
	return upcall_open(env, target);
}

static void be_strict(java_env env, java_object class, uint8_t strict)
{
	(void)env, (void)class;
	upcalls_be_strict(strict != 0);
}

#define J2 "JJ"
#define J4 J2 J2
#define J6 J4 J2
#define J8 J4 J4
#define J16 J8 J8
#define D4 "DDDD"
#define D8 D4 D4

#define NATIVES(count, parameters)                                                                     \
	{"word" #count, "(J" parameters ")J", (jvm_function)word##count},                                  \
		{"number" #count, "(J" parameters ")D", (jvm_function)number##count}

static const struct java_native natives[] = {
	NATIVES(2x0, J2),
	NATIVES(4x0, J4),
	NATIVES(6x0, J6),
	NATIVES(8x0, J8),
	NATIVES(6x4, J6 D4),
	NATIVES(6x8, J6 D8),
	NATIVES(16x8, J16 D8),
	{"errnoWord16x8", "(JJ" J16 D8 ")J", (jvm_function)errno_word16x8},
	{"errnoNumber16x8", "(JJ" J16 D8 ")D", (jvm_function)errno_number16x8},
	{"openUpcall", "(Ljava/io/InputStream;)J", (jvm_function)open_upcall},
	{"beStrict", "(Z)V", (jvm_function)be_strict},
};

int relib_rt_register_natives(void *env, void *class)
{
	return jvm_know(env) && jvm_register(env, class, natives, sizeof(natives) / sizeof(natives[0])) ? 0 : 1;
}

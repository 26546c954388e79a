/* SPDX-License-Identifier: Apache-2.0 */
/* The types of the interfaces Echo and Mirror by the ABI, written by hand. */
#ifndef ECHO_H
#define ECHO_H

#include <stdlib.h>
#include <string.h>

#include "relib_module.h"

typedef struct run {
	void *ptr;
	size_t len;
} run;

typedef struct tiny {
	int8_t x;
} tiny;

typedef struct triple {
	int8_t a, b, c;
} triple;

typedef struct flat {
	bool flag;
	int64_t i64;
	int8_t i8;
	double f64;
	int16_t i16;
	int32_t i32;
	bool other_flag;
	float f32;
	int32_t suit;
	tiny tiny;
} flat;

typedef struct deep {
	bool flag;
	run name;
	flat flat;
	run blob;
	int8_t i8;
	run shorts, ints, longs, floats, doubles;
	run flats;
	run names;
	int32_t suit;
	triple triple;
} deep;

typedef struct outer {
	run deeps;
	int16_t i16;
	deep inner;
	int8_t last;
} outer;

#define TYPES                                                                                          \
	"enum Suit { CLUBS, DIAMONDS, HEARTS, SPADES }\n"                                                  \
	"record Tiny { x: i8 }\n"                                                                          \
	"record Triple { a: i8, b: i8, c: i8 }\n"                                                          \
	"record Flat { flag: bool, i64: i64, i8: i8, f64: f64, i16: i16, i32: i32, other_flag: bool, "     \
	"f32: f32, suit: Suit, tiny: Tiny }\n"                                                             \
	"record Deep { flag: bool, name: str, flat: Flat, blob: bytes, i8: i8, shorts: [i16], "            \
	"ints: [i32], longs: [i64], floats: [f32], doubles: [f64], flats: [Flat], names: [str], "          \
	"suit: Suit, triple: Triple }\n"                                                                   \
	"record Outer { deeps: [Deep], i16: i16, inner: Deep, last: i8 }\n"

static inline run run_copy(const run *from, size_t size)
{
	run copy = { NULL, from->len };
	if (from->len > 0) {
		copy.ptr = malloc(from->len * size);
		memcpy(copy.ptr, from->ptr, from->len * size);
	}
	return copy;
}

static inline void run_free(run *value)
{
	free(value->ptr);
}

/* Copies a run of values that own something; the caller owns the copy. */
#define COPY_OF_OWNERS(type, copy_one)                                                                 \
	static inline run type##s_copy(const run *from)                                                    \
	{                                                                                                  \
		run copy = run_copy(from, sizeof(type));                                                       \
		for (size_t i = 0; i < copy.len; i++) {                                                        \
			((type *)copy.ptr)[i] = copy_one(&((const type *)from->ptr)[i]);                           \
		}                                                                                              \
		return copy;                                                                                   \
	}

#define FREE_OF_OWNERS(type, free_one)                                                                 \
	static inline void type##s_free(run *value)                                                        \
	{                                                                                                  \
		for (size_t i = 0; i < value->len; i++) {                                                      \
			free_one(&((type *)value->ptr)[i]);                                                        \
		}                                                                                              \
		free(value->ptr);                                                                              \
	}

typedef run text;

static inline run text_copy(const run *from)
{
	return run_copy(from, 1);
}

COPY_OF_OWNERS(text, text_copy)
FREE_OF_OWNERS(text, run_free)

static inline deep deep_copy(const deep *from)
{
	deep copy = *from;
	copy.name = run_copy(&from->name, 1);
	copy.blob = run_copy(&from->blob, 1);
	copy.shorts = run_copy(&from->shorts, sizeof(int16_t));
	copy.ints = run_copy(&from->ints, sizeof(int32_t));
	copy.longs = run_copy(&from->longs, sizeof(int64_t));
	copy.floats = run_copy(&from->floats, sizeof(float));
	copy.doubles = run_copy(&from->doubles, sizeof(double));
	copy.flats = run_copy(&from->flats, sizeof(flat));
	copy.names = texts_copy(&from->names);
	return copy;
}

static inline void deep_free(deep *value)
{
	run_free(&value->name);
	run_free(&value->blob);
	run_free(&value->shorts);
	run_free(&value->ints);
	run_free(&value->longs);
	run_free(&value->floats);
	run_free(&value->doubles);
	run_free(&value->flats);
	texts_free(&value->names);
}

COPY_OF_OWNERS(deep, deep_copy)
FREE_OF_OWNERS(deep, deep_free)

static inline outer outer_copy(const outer *from)
{
	outer copy = *from;
	copy.deeps = deeps_copy(&from->deeps);
	copy.inner = deep_copy(&from->inner);
	return copy;
}

static inline void outer_free(outer *value)
{
	deeps_free(&value->deeps);
	deep_free(&value->inner);
}

COPY_OF_OWNERS(outer, outer_copy)
FREE_OF_OWNERS(outer, outer_free)

#endif

/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Returns what it is given, as a copy of its own: `name` by itself, `host_name` by way of the host, whose
 * box it gives back.
 */
#include <stdio.h>

#include "echo.h"

/* kind(name, type in the contract, type of the argument, type of the return, how it is copied and freed) */
#define VALUES(ITSELF, RUN, RECORD)                                                                    \
	ITSELF(flag, "bool", uint8_t)                                                                      \
	ITSELF(i8, "i8", int8_t)                                                                           \
	ITSELF(i16, "i16", int16_t)                                                                        \
	ITSELF(i32, "i32", int32_t)                                                                        \
	ITSELF(i64, "i64", int64_t)                                                                        \
	ITSELF(f32, "f32", float)                                                                          \
	ITSELF(f64, "f64", double)                                                                         \
	ITSELF(suit, "Suit", int32_t)                                                                      \
	RUN(text, "str", COPY_BYTES, run_free)                                                             \
	RUN(bytes, "bytes", COPY_BYTES, run_free)                                                          \
	RUN(buffer, "bytes", COPY_BYTES, run_free)                                                         \
	RUN(shorts, "[i16]", COPY_SHORTS, run_free)                                                        \
	RUN(ints, "[i32]", COPY_INTS, run_free)                                                            \
	RUN(longs, "[i64]", COPY_LONGS, run_free)                                                          \
	RUN(floats, "[f32]", COPY_FLOATS, run_free)                                                        \
	RUN(doubles, "[f64]", COPY_DOUBLES, run_free)                                                      \
	RUN(texts, "[str]", texts_copy, texts_free)                                                        \
	RUN(tinies, "[Tiny]", COPY_BYTES, run_free)                                                        \
	RUN(triples, "[Triple]", COPY_TRIPLES, run_free)                                                   \
	RUN(flats, "[Flat]", COPY_FLATS, run_free)                                                         \
	RUN(deeps, "[Deep]", deeps_copy, deeps_free)                                                       \
	RUN(outers, "[Outer]", outers_copy, outers_free)                                                   \
	RECORD(tiny, "Tiny", tiny, *, OWNS_NOTHING)                                                        \
	RECORD(triple, "Triple", triple, *, OWNS_NOTHING)                                                  \
	RECORD(flat, "Flat", flat, *, OWNS_NOTHING)                                                        \
	RECORD(deep, "Deep", deep, deep_copy, deep_free)                                                   \
	RECORD(outer, "Outer", outer, outer_copy, outer_free)

#define COPY_BYTES(from) run_copy(from, 1)
#define COPY_SHORTS(from) run_copy(from, sizeof(int16_t))
#define COPY_INTS(from) run_copy(from, sizeof(int32_t))
#define COPY_LONGS(from) run_copy(from, sizeof(int64_t))
#define COPY_FLOATS(from) run_copy(from, sizeof(float))
#define COPY_DOUBLES(from) run_copy(from, sizeof(double))
#define COPY_TRIPLES(from) run_copy(from, sizeof(triple))
#define COPY_FLATS(from) run_copy(from, sizeof(flat))
#define OWNS_NOTHING(value) (void)(value)

#define BOTH(name, type) "  " #name "(v: " type ") -> " type "\n  host_" #name "(v: " type ") -> " type "\n"
#define BOTH_ITSELF(name, type, c) BOTH(name, type)
#define BOTH_RUN(name, type, copy, release) BOTH(name, type)
#define BOTH_RECORD(name, type, c, copy, release) BOTH(name, type)
#define ONE(name, type) "  " #name "(v: " type ") -> " type "\n"
#define ONE_ITSELF(name, type, c) ONE(name, type)
#define ONE_RUN(name, type, copy, release) ONE(name, type)
#define ONE_RECORD(name, type, c, copy, release) ONE(name, type)

RELIB_MODULE("1", TYPES "exports Echo\n" VALUES(BOTH_ITSELF, BOTH_RUN, BOTH_RECORD)
	"  many(a: bool, b: Tiny, c: str, d: i64, e: [Tiny], f: f64, g: Suit, h: bytes, i: [f64], j: f32, k: Flat) -> str\n"
	"imports Mirror\n" VALUES(ONE_ITSELF, ONE_RUN, ONE_RECORD))

#define ITSELF(name, type, c)                                                                          \
	RELIB_IMPORT_SLOT c (*__relib__Mirror_##name)(uint8_t *, c);                                       \
	RELIB_EXPORT c __relib__Echo_##name(uint8_t *success, c value)                                     \
	{                                                                                                  \
		*success = RELIB_RETURNED;                                                                     \
		return value;                                                                                  \
	}                                                                                                  \
	RELIB_EXPORT c __relib__Echo_host_##name(uint8_t *success, c value)                                \
	{                                                                                                  \
		uint8_t told = 0;                                                                              \
		c result = __relib__Mirror_##name(&told, value);                                               \
		*success = told == RELIB_RETURNED ? RELIB_RETURNED : RELIB_IMPORT_FAILED;                      \
		return result;                                                                                 \
	}

#define BOXED(name, argument, reference, box, copy, release)                                           \
	RELIB_IMPORT_SLOT box *(*__relib__Mirror_##name)(uint8_t *, argument);                             \
	RELIB_IMPORT_SLOT void (*__post__relib__Mirror_##name)(box *);                                     \
	RELIB_EXPORT box *__relib__Echo_##name(uint8_t *success, argument value)                           \
	{                                                                                                  \
		box *result = malloc(sizeof *result);                                                          \
		*result = copy(reference value);                                                               \
		*success = RELIB_RETURNED;                                                                     \
		return result;                                                                                 \
	}                                                                                                  \
	RELIB_EXPORT void __post__relib__Echo_##name(box *value)                                           \
	{                                                                                                  \
		release(value);                                                                                \
		free(value);                                                                                   \
	}                                                                                                  \
	RELIB_EXPORT box *__relib__Echo_host_##name(uint8_t *success, argument value)                      \
	{                                                                                                  \
		uint8_t told = 0;                                                                              \
		box *lent = __relib__Mirror_##name(&told, value);                                              \
		*success = told == RELIB_RETURNED ? RELIB_RETURNED : RELIB_IMPORT_FAILED;                      \
		if (told != RELIB_RETURNED) {                                                                  \
			return NULL;                                                                               \
		}                                                                                              \
		box *result = malloc(sizeof *result);                                                          \
		*result = copy(lent);                                                                          \
		__post__relib__Mirror_##name(lent);                                                            \
		return result;                                                                                 \
	}                                                                                                  \
	RELIB_EXPORT void __post__relib__Echo_host_##name(box *value)                                      \
	{                                                                                                  \
		release(value);                                                                                \
		free(value);                                                                                   \
	}

#define RUN(name, type, copy, release) BOXED(name, run, &, run, copy, release)
#define RECORD(name, type, c, copy, release) BOXED(name, const c *, , c, copy, release)

VALUES(ITSELF, RUN, RECORD)

/* More arguments than there are registers, of every kind. */
RELIB_EXPORT run *__relib__Echo_many(uint8_t *success, uint8_t a, const tiny *b, run c, int64_t d, run e, double f,
									 int32_t g, run h, run i, float j, const flat *k)
{
	run *result = malloc(sizeof *result);
	size_t size = 200;
	char *words = malloc(size);
	int length = snprintf(words, size, "%d %d %.*s %lld %zu:%d %.2f %d %zu:%d %zu:%.2f %.2f %d", a, b->x, (int)c.len,
						  (const char *)c.ptr, (long long)d, e.len, ((const tiny *)e.ptr)[e.len - 1].x, f, g, h.len,
						  ((const uint8_t *)h.ptr)[h.len - 1], i.len, ((const double *)i.ptr)[i.len - 1], (double)j,
						  k->i32);
	*result = (run){ words, (size_t)length };
	*success = RELIB_RETURNED;
	return result;
}

RELIB_EXPORT void __post__relib__Echo_many(run *value)
{
	run_free(value);
	free(value);
}

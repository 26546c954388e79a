/* SPDX-License-Identifier: Apache-2.0 */
#include <ctype.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

/* As memmove: both may be the same. */
EXPORT void upper(unsigned char *into, const unsigned char *from, int count)
{
	for (int i = 0; i < count; i++) {
		into[i] = (unsigned char)toupper(from[i]);
	}
}

EXPORT void fill_rows(unsigned char *picture, int from, int to)
{
	for (int i = from; i < to; i++) {
		picture[i] = 1;
	}
}

EXPORT void fill_numbers(int64_t *numbers, int from, int to)
{
	for (int i = from; i < to; i++) {
		numbers[i] += 1LL << 40;
	}
}

EXPORT int read_first(const int32_t *numbers)
{
	int found = *numbers;
	*(int32_t *)numbers = 99;
	return found;
}

EXPORT void add_one(void *at, int size)
{
	switch (size) {
	case 1: ++*(int8_t *)at; break;
	case 2: ++*(int16_t *)at; break;
	case 4: ++*(int32_t *)at; break;
	default: ++*(int64_t *)at;
	}
}

EXPORT void add_half(double *at) { *at += 0.5; }
EXPORT void add_quarter(float *at) { *at += 0.25f; }

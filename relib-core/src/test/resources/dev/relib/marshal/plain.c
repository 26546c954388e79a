/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#define EXPORT __attribute__((visibility("default")))
#define MAPPED 8192
#define PAGE 4096

EXPORT bool negate(bool flag)
{
	return !flag;
}

EXPORT void nothing(void)
{
}

EXPORT const char *after_first(const char *text)
{
	static char kept[1 << 16];
	return strcpy(kept, text + 1);
}

/* Behind the text no memory can be read. */
EXPORT const char *end_of_page(int32_t length)
{
	char *memory = mmap(NULL, MAPPED + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (memory == MAP_FAILED || mprotect(memory + MAPPED, PAGE, PROT_NONE) != 0) {
		return NULL;
	}
	return memset(memory + MAPPED - 1 - length, 'x', (size_t) length);
}

EXPORT const char *no_text(void)
{
	return NULL;
}

EXPORT const char *not_utf8(void)
{
	return "\xff";
}

#define INCREASE(NAME, TYPE) \
	EXPORT bool increase_##NAME(TYPE *values, int32_t count) \
	{ \
		for (int32_t i = 0; i < count; i++) { \
			values[i]++; \
		} \
		return values != NULL; \
	}

INCREASE(bytes, int8_t)
INCREASE(shorts, int16_t)
INCREASE(ints, int32_t)
INCREASE(longs, int64_t)
INCREASE(floats, float)
INCREASE(doubles, double)
INCREASE(buffer, int8_t)

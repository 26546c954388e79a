/* What by-hand peers call that needs no kit. SPDX-License-Identifier: Apache-2.0 */
#include <stdint.h>
#include <stdlib.h>

/* Adds, and tells by a flag that it has: an export without the kit's boundary. */
int32_t raw_add(uint8_t *success, int32_t a, int32_t b)
{
	*success = 1;
	return (int32_t)((uint32_t)a + (uint32_t)b);
}

int32_t raw_call_back(int32_t (*next)(int32_t), int32_t times)
{
	int32_t value = 0;
	for (int32_t i = 0; i < times; i++) {
		value = next(value);
	}
	return value;
}

int32_t raw_nest(int32_t (*again)(int32_t), int32_t value)
{
	return again(value);
}

int64_t raw_allocate(int32_t times)
{
	int64_t sum = 0;
	for (int32_t i = 0; i < times; i++) {
		char *block = malloc(32);
		*(char *volatile *)&block = block;
		sum += (int64_t)((size_t)block & 15);
		free(block);
	}
	return sum;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "adder.h"
#include "host.h"
#include "work.h"

#include <stdlib.h>
#include <string.h>

RELIB_MODULE("1.0.0", RELIB_CONTRACT_ADDER RELIB_CONTRACT_WORK RELIB_CONTRACT_HOST)

int32_t work_add(int32_t a, int32_t b)
{
	return (int32_t)((uint32_t)a + (uint32_t)b);
}

int32_t adder_add(int32_t a, int32_t b)
{
	return work_add(a, b);
}

double work_mix(int32_t a, int64_t b, double c, float d, int16_t e, int8_t f)
{
	return a + (double)b + c + (double)d + e + f;
}

relib_string work_copy_text(relib_str text)
{
	relib_string copy = { malloc(text.len + 1), text.len };
	memcpy(copy.ptr, text.ptr, text.len);
	return copy;
}

relib_buffer work_copy_bytes(relib_bytes bytes)
{
	return relib_buffer_of(bytes.ptr, bytes.len);
}

Order work_price(const Order *order)
{
	Order priced = order_copy(order);
	for (size_t i = 0; i < priced.lines.len; i++) {
		Line *line = &priced.lines.ptr[i];
		line->price *= 2;
		priced.total += line->quantity * line->price;
	}
	return priced;
}

int32_t work_call_back(int32_t times)
{
	int32_t value = 0;
	for (int32_t i = 0; i < times; i++) {
		value = host_next(value);
	}
	return value;
}

int32_t work_nest(int32_t value)
{
	return host_again(value);
}

int64_t work_allocate(int32_t times)
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

void work_leak(int32_t blocks)
{
	for (int32_t i = 0; i < blocks; i++) {
		void *volatile block = malloc(32);
		(void)block;
	}
}

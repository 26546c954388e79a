/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "greeter.h"
#include "greeter_host.h"

RELIB_MODULE("1.2.3", RELIB_CONTRACT_GREETER RELIB_CONTRACT_GREETER_HOST)

relib_string greeter_greet(relib_str name)
{
	relib_buffer text = relib_buffer_new(7 + name.len);
	memcpy(text.ptr, "Hello, ", 7);
	memcpy(text.ptr + 7, name.ptr, name.len);
	return (relib_string){ (char *)text.ptr, text.len };
}

relib_buffer greeter_reverse(relib_bytes bytes)
{
	relib_buffer reversed = relib_buffer_new(bytes.len);
	for (size_t i = 0; i < bytes.len; i++) {
		reversed.ptr[i] = bytes.ptr[bytes.len - 1 - i];
	}
	return reversed;
}

bool greeter_not(bool value)
{
	return !value;
}

int8_t greeter_next_byte(int8_t value)
{
	return (int8_t)(value + 1);
}

int16_t greeter_next_short(int16_t value)
{
	return (int16_t)(value + 1);
}

int32_t greeter_next_int(int32_t value)
{
	return value + 1;
}

int64_t greeter_next_long(int64_t value)
{
	return value + 1;
}

float greeter_half(float value)
{
	return value / 2;
}

double greeter_third(double value)
{
	return value / 3;
}

void greeter_panic(relib_str message)
{
	greeter_host_notice(message);
	relib_panic("%.*s", (int)message.len, message.ptr);
}

relib_string greeter_through_the_host(relib_str text, bool flag, int8_t b, int16_t s, int32_t i, int64_t l, float f,
									  double d, relib_bytes bytes)
{
	return greeter_host_describe(text, flag, b, s, i, l, f, d, bytes);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#define VISIBLE __attribute__((visibility("default")))

static int state;

VISIBLE int32_t count_calls(void)
{
	return ++state;
}

VISIBLE int32_t sleep_millis(int32_t millis)
{
	struct timespec time = {millis / 1000, millis % 1000 * 1000000L};
	return nanosleep(&time, NULL);
}

VISIBLE bool is_even(int8_t number)
{
	return number % 2 == 0;
}

VISIBLE int16_t next_short(int16_t number)
{
	return (int16_t)(number + 1);
}

VISIBLE double scale(float value, double factor, int64_t shift)
{
	return value * factor + (double)shift;
}

VISIBLE void fill(uint8_t *bytes, int32_t count, int8_t value)
{
	memset(bytes, value, (size_t)count);
}

VISIBLE const char *itself(const char *text)
{
	return text;
}

VISIBLE const char *nothing(void)
{
	return NULL;
}

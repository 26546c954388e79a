/* SPDX-License-Identifier: Apache-2.0 */
#include <stdbool.h>
#include <stdint.h>

#define EXPORT __attribute__((visibility("default")))

typedef void VOID;
typedef int8_t BYTE;
typedef int16_t SHORT;
typedef int32_t INT;
typedef int64_t LONG;
typedef float FLOAT;
typedef double DOUBLE;
typedef struct slice {
	int64_t first;
	int64_t second;
} SLICE;

#define SAME(TYPE) \
	static inline bool same_as_##TYPE(TYPE a, TYPE b) \
	{ \
		return a == b; \
	}

SAME(BYTE)
SAME(SHORT)
SAME(INT)
SAME(LONG)
SAME(FLOAT)
SAME(DOUBLE)

static inline bool same_as_SLICE(SLICE a, SLICE b)
{
	return a.first == b.first && a.second == b.second;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include <regex>

#include "one_only.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_ONE_ONLY)

/* Exported, this is an STB_GNU_UNIQUE symbol: the loader never unmaps a library that defines one. */
struct __attribute__((visibility("default"))) Counter {
	inline static int count = 0;
};

std::int32_t exports::one_only::count()
{
	/* Links unique symbols of the C++ library. */
	if (!std::regex_match("a1", std::regex("[[:alpha:]][0-9]"))) {
		return -1;
	}
	return ++Counter::count;
}

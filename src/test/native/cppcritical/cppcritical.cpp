/* SPDX-License-Identifier: Apache-2.0 */
#include <stdexcept>

#include "counted.hpp"

RELIB_MODULE("1", RELIB_CONTRACT_COUNTED)

namespace {

struct Guard {
	~Guard()
	{
		relib::warn("dropped the guard");
	}
};

int calls;

} // namespace

namespace exports::counted {

std::int32_t ordinary()
{
	return calls;
}

std::int32_t quick()
{
	Guard guard;
	if (++calls % 2 != 0) {
		throw std::runtime_error("odd");
	}
	return calls;
}

} // namespace exports::counted

/* SPDX-License-Identifier: Apache-2.0 */
#include <stdexcept>
#include <string>
#include <vector>

#include "stage.hpp"
#include "stressed.hpp"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_STRESSED RELIB_CONTRACT_STAGE)

namespace {

/* Reads its own memory when it is destroyed. */
struct Calls {
	std::vector<std::int32_t> numbers;

	~Calls()
	{
		if (!numbers.empty() && numbers.back() != static_cast<std::int32_t>(numbers.size())) {
			std::abort();
		}
	}
};

thread_local Calls calls;

} // namespace

namespace exports::stressed {

std::string repeat(std::string_view text)
{
	std::string repeated;
	for (std::int32_t i = imports::stage::times(); i > 0; i--) {
		repeated += text;
	}
	return repeated;
}

std::int32_t touch()
{
	if (calls.numbers.size() == 100) {
		calls.numbers.clear();
	}
	calls.numbers.push_back(static_cast<std::int32_t>(calls.numbers.size()) + 1);
	return calls.numbers.back();
}

void fail()
{
	throw std::runtime_error("on purpose");
}

} // namespace exports::stressed

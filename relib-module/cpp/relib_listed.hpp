/*
 * relib module kit for C++: finds at compile time that RELIB_MODULE leaves out an interface whose header its source
 * includes. Included by relib_module.hpp.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LISTED_HPP
#define RELIB_LISTED_HPP

#include "relib_module.h"

#include <cstddef>
#include <string_view>
#include <utility>

namespace relib::glue {

/* Whether a contract has the line, which ends with a line feed. */
constexpr bool lists(std::string_view contract, std::string_view line)
{
	std::size_t found = contract.find(line);
	while (found != std::string_view::npos && found > 0 && contract[found - 1] != '\n') {
		found = contract.find(line, found + 1);
	}
	return found != std::string_view::npos;
}

/* Each source has interfaces of its own, numbered by __COUNTER__; other numbers are of none. */
namespace {

template <std::size_t> struct bindings {
	template <class Contract> static constexpr bool listed()
	{
		return true;
	}
};

template <class Contract, std::size_t... Numbers> constexpr bool all_listed(std::index_sequence<Numbers...>)
{
	const bool listed[] = {true, bindings<Numbers>::template listed<Contract>()...};
	return listed[0];
}

} // namespace

} // namespace relib::glue

/* Bindings of the interface with this first line of its contract; what is said if no RELIB_MODULE lists it. */
#define RELIB_BINDINGS(line, advice)                                                                   \
	namespace relib::glue {                                                                            \
	namespace {                                                                                        \
	template <> struct bindings<__COUNTER__> {                                                         \
		template <class Contract> static constexpr bool listed()                                       \
		{                                                                                              \
			static_assert(lists(Contract::text, line), advice);                                        \
			return true;                                                                               \
		}                                                                                              \
	};                                                                                                 \
	}                                                                                                  \
	}

#undef RELIB_LISTED
#define RELIB_LISTED(contracts)                                                                        \
	namespace relib::glue {                                                                            \
	namespace {                                                                                        \
	struct module_contract {                                                                           \
		static constexpr std::string_view text = contracts;                                            \
	};                                                                                                 \
	static_assert(all_listed<module_contract>(std::make_index_sequence<__COUNTER__>()));               \
	}                                                                                                  \
	}

#endif

/* SPDX-License-Identifier: Apache-2.0 */
#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "cpp_greeter.hpp"
#include "cpp_greeter_host.hpp"

RELIB_MODULE("1.2.3", RELIB_CONTRACT_CPP_GREETER RELIB_CONTRACT_CPP_GREETER_HOST)

RELIB_BEFORE_UNLOAD
{
	imports::cpp_greeter_host::notice("before unload");
}

namespace {

struct Guard {
	~Guard()
	{
		relib::info("dropped the guard");
	}
};

struct Calling {
	~Calling()
	{
		imports::cpp_greeter_host::notice("unwinding");
	}
};

} // namespace

namespace exports::cpp_greeter {

std::string greet(std::string_view name)
{
	if (name == "nobody") {
		throw std::invalid_argument("who?");
	}
	return "Hello, " + std::string(name);
}

std::vector<std::uint8_t> reverse(relib::span<const std::uint8_t> bytes)
{
	std::vector<std::uint8_t> reversed(bytes.begin(), bytes.end());
	std::reverse(reversed.begin(), reversed.end());
	return reversed;
}

bool not_(bool value)
{
	return !value;
}

std::int8_t next_byte(std::int8_t value)
{
	return static_cast<std::int8_t>(value + 1);
}

std::int16_t next_short(std::int16_t value)
{
	return static_cast<std::int16_t>(value + 1);
}

std::int32_t next_int(std::int32_t value)
{
	return value + 1;
}

std::int64_t next_long(std::int64_t value)
{
	return value + 1;
}

float half(float value)
{
	return value / 2;
}

double third(double value)
{
	return value / 3;
}

std::string through_the_host(std::string_view text, bool flag, std::int8_t b, std::int16_t s, std::int32_t i,
							 std::int64_t l, float f, double d, relib::span<const std::uint8_t> bytes)
{
	return imports::cpp_greeter_host::describe(text, flag, b, s, i, l, f, d,
											   std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

void notice(std::string_view text)
{
	Guard guard;
	imports::cpp_greeter_host::notice(text);
	relib::info("heard");
}

std::string notice_or_go_on(std::string_view text)
{
	try {
		imports::cpp_greeter_host::notice(text);
	} catch (const std::exception &) {
		return "never";
	} catch (...) {
		return "went on";
	}
	return "heard";
}

void notice_while_unwinding()
{
	Calling calling;
	throw std::runtime_error("the first one");
}

void throw_a_number()
{
	throw 42;
}

void throw_at_length(std::int32_t length)
{
	std::string text;
	for (std::int32_t i = 0; i < length; i++) {
		text += "ä";
	}
	throw std::runtime_error(text);
}

void throw_through_noexcept()
{
	[]() noexcept { greet("nobody"); }();
}

void notice_through_noexcept(std::string_view text)
{
	[&]() noexcept { imports::cpp_greeter_host::notice(text); }();
}

void panic_as_in_c(std::string_view text)
{
	relib_panic("%.*s", static_cast<int>(text.size()), text.data());
}

void terminate()
{
	std::terminate();
}

void log(std::string_view text)
{
	relib::trace("trace " + std::string(text));
	relib::debug("debug " + std::string(text));
	relib::info("info " + std::string(text));
	relib::warn("warn " + std::string(text));
	relib::error("error " + std::string(text));
}

} // namespace exports::cpp_greeter

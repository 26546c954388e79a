/* SPDX-License-Identifier: Apache-2.0 */
#include "invalid_values.hpp"
#include "invalid_values_host.hpp"

RELIB_MODULE("1.2.3", RELIB_CONTRACT_INVALID_VALUES RELIB_CONTRACT_INVALID_VALUES_HOST)

using contract::Failure;
using contract::Level;
using contract::Part;

namespace host = imports::invalid_values_host;

static const std::string broken = "a\xc3(b";

static Part part(const std::string &name, Level level)
{
	Part made;
	made.name = name;
	made.level = level;
	return made;
}

/* The name of the second part is not UTF-8. */
static std::vector<Part> two()
{
	return {part("first", Level::HIGH), part(broken, Level::LOW)};
}

namespace exports::invalid_values {

std::string text()
{
	return broken;
}

Level level()
{
	return static_cast<Level>(7);
}

Part part()
{
	return ::part("name", static_cast<Level>(7));
}

std::vector<Part> parts()
{
	return two();
}

std::vector<std::string> texts()
{
	return {"first", broken};
}

void fail()
{
	Failure failure;
	failure.message = "message";
	failure.parts = two();
	throw failure;
}

void pass_text()
{
	host::text(broken);
}

void pass_level()
{
	host::level(static_cast<Level>(7));
}

void pass_parts()
{
	host::parts(two());
}

} // namespace exports::invalid_values

/* SPDX-License-Identifier: Apache-2.0 */
/* Panics, and has a mood that nobody knows. */
#include "relib_module.h"

RELIB_MODULE("1",
	"enum Mood { GOOD, FAIR, BAD }\n"
	"exports Greeter\n"
	"  greet(name: str) -> str\n"
	"  mood() -> Mood\n")

RELIB_EXPORT relib_string *__relib__Greeter_greet(uint8_t *success, relib_str name);
RELIB_EXPORT relib_string *__relib__Greeter_greet(uint8_t *success, relib_str name)
{
	(void)name;
	RELIB_BOUNDARY(success, return NULL);
	relib_panic("who? (src/lib.rs:13:13)");
}

RELIB_EXPORT void __post__relib__Greeter_greet(relib_string *box);
RELIB_EXPORT void __post__relib__Greeter_greet(relib_string *box)
{
	relib_value_unbox(&relib_type_string, box);
}

RELIB_EXPORT int32_t __relib__Greeter_mood(uint8_t *success);
RELIB_EXPORT int32_t __relib__Greeter_mood(uint8_t *success)
{
	*success = 1;
	return 7;
}

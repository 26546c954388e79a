/* SPDX-License-Identifier: Apache-2.0 */
/* Calls the host when it is called, and once more before it is unloaded. */
#include <string.h>

#include "greeter.h"
#include "titles.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_GREETER RELIB_CONTRACT_TITLES)

relib_string greeter_greet(relib_str name)
{
	return titles_title(name);
}

RELIB_BEFORE_UNLOAD
{
	relib_string title = titles_title((relib_str){ "goodbye", 7 });
	(void)title;
}

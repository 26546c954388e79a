/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the host for a title. */
#include "greeter.h"
#include "titles.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_GREETER RELIB_CONTRACT_TITLES)

relib_string greeter_greet(relib_str name)
{
	return titles_title(name);
}

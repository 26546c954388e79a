/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the host for a title while it is being loaded. */
#include <stdlib.h>

#include "titles.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_TITLES)

RELIB_MAIN
{
	relib_str name = { "ada", 3 };
	relib_string title = titles_title(name);
	relib_log_text(RELIB_INFO, title.ptr, title.len);
	free(title.ptr);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "holder.h"

#include <stddef.h>

#define EXPORT __attribute__((visibility("default")))

static int answer(void)
{
	return 42;
}

EXPORT void keep(void)
{
	holder_keep(answer);
}

EXPORT void keep_hidden(void)
{
	holder_keep_hidden(answer);
}

EXPORT void forget(void)
{
	holder_keep(NULL);
	holder_keep_hidden(NULL);
}

EXPORT int call(void)
{
	return holder_call();
}

EXPORT int ends(void)
{
	return holder_ends();
}

#ifdef TIDY
__attribute__((destructor))
#endif
void take_back(void)
{
	forget();
	holder_end();
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "holder.h"

#include <stddef.h>

#define EXPORT __attribute__((visibility("default")))

extern const char headers[] __asm__("__ehdr_start") __attribute__((visibility("hidden")));

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

static const char text[] = "a text of some length, which lies among the constants";

EXPORT void keep_text(void)
{
	holder_keep((answer_function *)(void *)text);
}

/* As older versions of libgcc_s remember where unwind tables are. */
EXPORT void keep_headers(void)
{
	holder_keep((answer_function *)(void *)(headers + 64));
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

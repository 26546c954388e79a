/* SPDX-License-Identifier: Apache-2.0 */
/* One interface, no imports. GREETING makes variants. */
#include <string.h>

#include "greeter.h"

#ifndef GREETING
#define GREETING "Hello"
#endif
#ifndef VERSION
#define VERSION "1.0.0"
#endif

RELIB_MODULE(VERSION, RELIB_CONTRACT_GREETER)

relib_string greeter_greet(relib_str name)
{
	relib_buffer text = relib_buffer_new(strlen(GREETING) + 2 + name.len);
	memcpy(text.ptr, GREETING ", ", strlen(GREETING) + 2);
	memcpy(text.ptr + strlen(GREETING) + 2, name.ptr, name.len);
	return (relib_string){ (char *)text.ptr, text.len };
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Two interfaces with state in common. */
#include "counter.h"
#include "greeter.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_COUNTER RELIB_CONTRACT_GREETER)

static int32_t calls;

relib_string greeter_greet(relib_str name)
{
	calls++;
	return (relib_string){ (char *)relib_buffer_of(name.ptr, name.len).ptr, name.len };
}

int32_t counter_calls(void)
{
	return ++calls;
}

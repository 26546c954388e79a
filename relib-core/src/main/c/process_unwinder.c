/* SPDX-License-Identifier: Apache-2.0 */
#include <dlfcn.h>

/*
 * The C library opens its unwinder by itself, when a thread is cancelled or asks for a backtrace, and never closes it.
 * A module that was the first to need it would be told to be left with a library that nobody else needs, so it belongs
 * to the process from the start.
 */
__attribute__((constructor)) static void hold(void)
{
	dlopen("libgcc_s.so.1", RTLD_LAZY);
}

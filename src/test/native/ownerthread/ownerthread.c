/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "single.h"
#include "single_host.h"

#include <sys/syscall.h>
#include <unistd.h>

RELIB_MODULE("1", RELIB_CONTRACT_SINGLE RELIB_CONTRACT_SINGLE_HOST)

int64_t single_thread(void)
{
	return syscall(SYS_gettid);
}

relib_string single_ask(relib_str question)
{
	return single_host_answer(question);
}

void single_panic(relib_str message)
{
	relib_panic("%.*s", (int)message.len, message.ptr);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "relib_rt.h"

#include <errno.h>
#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

static int membarrier(int command)
{
	return syscall(SYS_membarrier, command, 0, 0) == 0 ? 0 : errno;
}

/* A process that has not registered is refused by EPERM; one that was restored from a checkpoint registers again. */
int relib_rt_fence(void)
{
	int outer = errno;
	int error = membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED);
	if (error == EPERM) {
		error = membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
		if (error == 0) {
			error = membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED);
		}
	}
	errno = outer;
	return error;
}

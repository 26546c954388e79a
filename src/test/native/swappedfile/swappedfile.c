/* SPDX-License-Identifier: Apache-2.0 */
#include <fcntl.h>
#include <unistd.h>

#include "identity.h"
#include "witness.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_IDENTITY RELIB_CONTRACT_WITNESS)

/* Runs as soon as the library is opened, and creates an empty file TRACE. */
__attribute__((constructor)) static void leave_a_trace(void)
{
	close(open(TRACE, O_CREAT | O_WRONLY, 0600));
}

int32_t identity_who(void)
{
	witness_see();
	return WHO;
}

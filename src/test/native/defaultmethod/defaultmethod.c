/* SPDX-License-Identifier: Apache-2.0 */
#include "hidden_work.h"
#include "work_hook.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_HIDDEN_WORK RELIB_CONTRACT_WORK_HOOK)

int32_t hidden_work_work(int32_t number)
{
	return number;
}

bool hidden_work_checked(int32_t number, int32_t *result, Reason *error)
{
	(void)error;
	*result = work_hook_hook(number);
	return true;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "answer.h"
#include "nested.h"

RELIB_MODULE("1.0.0", RELIB_CONTRACT_NESTED RELIB_CONTRACT_ANSWER)

/* The host's answer to the main function, 0 before it. */
static int32_t of_main;

RELIB_MAIN
{
	of_main = answer_to(MAIN_ASKS);
	if (of_main < 0) {
		relib_panic("build %d is broken", BUILD);
	}
}

int32_t nested_work(int32_t number)
{
	return 100 * BUILD + answer_to(number) + of_main;
}

/* SPDX-License-Identifier: Apache-2.0 */
/* A library like any other. */
__attribute__((visibility("default"))) int plain_answer(void);

int plain_answer(void)
{
	return 42;
}

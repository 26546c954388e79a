/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void __gmpz_init(void *);
void __gmpz_ui_pow_ui(void *, unsigned long, unsigned long);
int __gmpz_cmp_ui(const void *, unsigned long);
void __gmpz_clear(void *);

int use(void)
{
	long number[2];
	__gmpz_init(number);
	__gmpz_ui_pow_ui(number, 7, 1000);
	CHECK(__gmpz_cmp_ui(number, 1) > 0);
	__gmpz_clear(number);
	return 0;
}

int leave(void)
{
	long number[2];
	__gmpz_init(number);
	__gmpz_ui_pow_ui(number, 7, 1000);
	return 0;
}

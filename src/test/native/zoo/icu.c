/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *ucol_open_72(const char *, int *);
void ucol_close_72(void *);
int ucol_strcoll_72(const void *, const uint16_t *, int32_t, const uint16_t *, int32_t);
void *unum_open_72(int, const uint16_t *, int32_t, const char *, void *, int *);

int use(void)
{
	int error = 0;
	void *collator = ucol_open_72("de", &error);
	const uint16_t one[] = { 0xc4 };
	const uint16_t other[] = { 'B' };
	CHECK(error <= 0 && collator != NULL);
	CHECK(ucol_strcoll_72(collator, one, 1, other, 1) == -1);
	ucol_close_72(collator);
	return 0;
}

/* Collators and formats, and the caches behind them. */
int leave(void)
{
	int error = 0;
	CHECK(ucol_open_72("ja", &error) != NULL);
	CHECK(unum_open_72(1, NULL, 0, "ar", NULL, &error) != NULL);
	CHECK(error <= 0);
	return 0;
}

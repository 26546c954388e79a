/* SPDX-License-Identifier: Apache-2.0 */
#include "check.h"
#include "fixture.h"

TEST(an_absent_import_returns_nothing_and_reports_success)
{
	uint8_t success = RELIB_PANICKED;
	CHECK_EQUAL(0, relib_rt_absent_word(&success));
	CHECK_EQUAL(RELIB_RETURNED, success);
	success = RELIB_PANICKED;
	CHECK(relib_rt_absent_number(&success) == 0);
	CHECK_EQUAL(RELIB_RETURNED, success);
	success = RELIB_PANICKED;
	const relib_str *text = relib_rt_absent_sequence(&success);
	CHECK_EQUAL(RELIB_RETURNED, success);
	CHECK_EQUAL(0, text->len);
	CHECK(text->ptr != NULL);
	success = RELIB_PANICKED;
	const uint64_t *record = relib_rt_absent_record(&success);
	CHECK_EQUAL(RELIB_RETURNED, success);
	CHECK_EQUAL(0, record[0]);
	CHECK_EQUAL(0, record[8191]);
	relib_rt_absent_post(text);
	CHECK_EQUAL(0, text->len);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <errno.h>
#include <string.h>

TEST(logs_to_the_host)
{
	struct module module = module_open("module");
	keep_log();
	errno = EXDEV;
	module.probe->log(RELIB_WARN, "%d of %s", 3, "seven");
	CHECK_EQUAL(EXDEV, errno);
	CHECK_EQUAL(1, record_count());
	CHECK_EQUAL(42, last_record().id);
	CHECK_EQUAL(RELIB_WARN, last_record().level);
	CHECK_EQUAL(10, last_record().len);
	CHECK(strcmp(last_record().text, "3 of seven") == 0);
	module.probe->log((relib_level)77, "%02000d", 0);
	CHECK_EQUAL(RELIB_ERROR, last_record().level);
	CHECK_EQUAL(1023, last_record().len);
	module_close(&module);
}

static void log_in_critical_call(void)
{
	struct module module = module_open("module");
	keep_log();
	*relib_rt_critical_flag() = 1;
	module.probe->log(RELIB_INFO, "no Java");
	*relib_rt_critical_flag() = 0;
	module.probe->log(RELIB_INFO, "Java");
	CHECK_EQUAL(1, record_count());
	module_close(&module);
}

TEST(logs_to_standard_error_in_a_critical_call)
{
	char text[1000];
	CHECK_EQUAL(0, check_in_child(log_in_critical_call, text, sizeof(text)));
	CHECK(strcmp(text, "relib.module INFO no Java\n") == 0);
}

static void log_unheard(void)
{
	struct module module = module_open("module");
	module.probe->log(RELIB_INFO, "to the host");
	relib_rt_log_to(NULL, NULL);
	module.probe->log(RELIB_INFO, "to nobody");
	module_close(&module);
	module = module_open_unattached("module");
	module.probe->log(RELIB_DEBUG, "without host");
}

TEST(logs_to_standard_error_without_a_logger)
{
	char text[1000];
	CHECK_EQUAL(0, check_in_child(log_unheard, text, sizeof(text)));
	CHECK(strcmp(text, "relib.module INFO to the host\nrelib.module INFO to nobody\nrelib: DEBUG without host\n") == 0);
}

/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "check.h"
#include "fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

static atomic_int own_handled;

static void handle(int number)
{
	(void)number;
	atomic_fetch_add(&own_handled, 1);
}

static void install_own(int number)
{
	struct sigaction action = {.sa_handler = handle};
	CHECK_EQUAL(0, sigaction(number, &action, NULL));
}

static void install(const struct module *module, int number)
{
	EXPORT(module, void (*)(int), "install")(number);
}

static int handled(const struct module *module)
{
	return atomic_load((atomic_int *)module_symbol(module, "handled"));
}

static void (*handler_of(int number))(int)
{
	struct sigaction action;
	CHECK_EQUAL(0, sigaction(number, NULL, &action));
	return action.sa_handler;
}

TEST(ignores_a_signal_whose_handler_was_left_behind)
{
	keep_log();
	struct module module = module_open("handlers_module");
	install(&module, SIGUSR1);
	raise(SIGUSR1);
	CHECK_EQUAL(1, handled(&module));
	module_close(&module);
	raise(SIGUSR1);
	CHECK_EQUAL(2, record_count());
	CHECK_EQUAL(RELIB_WARN, last_record().level);
	CHECK(strcmp(last_record().text, "the handler of signal 10 (User defined signal 1) was left behind: it is ignored "
									 "from now on") == 0);
}

TEST(does_by_default_what_disturbs_nobody)
{
	keep_log();
	struct module module = module_open("handlers_module");
	install(&module, SIGCHLD);
	module_close(&module);
	CHECK(handler_of(SIGCHLD) == SIG_DFL); /* to be ignored would take the exit codes of children away */
}

TEST(puts_the_handler_back_that_was_there_before)
{
	keep_log();
	install_own(SIGUSR1);
	struct module module = module_open("handlers_module");
	install(&module, SIGUSR1);
	module_close(&module);
	raise(SIGUSR1);
	CHECK_EQUAL(1, own_handled);
	CHECK(strstr(last_record().text, "what was there before is back") != NULL);
}

/* The second version has found the first one's handler, which is gone when it ends. */
TEST(puts_back_what_was_there_before_all_versions)
{
	keep_log();
	install_own(SIGUSR1);
	struct module first = module_open("handlers_module");
	install(&first, SIGUSR1);
	struct module second = module_open("other_handlers");
	install(&second, SIGUSR1);
	module_close(&first);
	raise(SIGUSR1);
	CHECK_EQUAL(1, handled(&second));
	module_close(&second);
	raise(SIGUSR1);
	CHECK_EQUAL(1, own_handled);
}

TEST(leaves_the_handlers_of_others_alone)
{
	keep_log();
	struct module module = module_open("handlers_module");
	install(&module, SIGUSR1);
	install_own(SIGUSR1);
	module_close(&module);
	CHECK(handler_of(SIGUSR1) == handle);
	CHECK_EQUAL(1, record_count());
}

static void call(const struct module *module, const char *function, int number)
{
	EXPORT(module, void (*)(int), function)(number);
}

TEST(a_newer_version_keeps_its_handler_when_the_older_one_puts_back_what_it_found)
{
	keep_log();
	install_own(SIGUSR1);
	struct module first = module_open("handlers_module");
	call(&first, "install_before", SIGUSR1);
	struct module second = module_open("other_handlers");
	call(&second, "install_before", SIGUSR1);
	raise(SIGUSR1);
	CHECK_EQUAL(1, handled(&first));
	call(&first, "put_back", SIGUSR1);
	raise(SIGUSR1);
	CHECK_EQUAL(1, handled(&first));
	CHECK_EQUAL(2, handled(&second));
	module_close(&first);
	raise(SIGUSR1); /* the second one passes on what it found while the first one was there */
	CHECK_EQUAL(3, handled(&second));
	CHECK_EQUAL(3, own_handled);
	call(&second, "put_back", SIGUSR1);
	CHECK(handler_of(SIGUSR1) == handle);
	module_close(&second);
	raise(SIGUSR1);
	CHECK_EQUAL(4, own_handled);
}

TEST(an_ignored_signal_is_told_of_at_once_and_is_as_before_in_the_end)
{
	keep_log();
	struct module module = module_open("handlers_module");
	call(&module, "ignore", SIGCHLD);
	call(&module, "ignore", SIGCHLD);
	CHECK_EQUAL(1, record_count());
	CHECK(strstr(last_record().text, "ignores signal 17 (Child exited)") != NULL);
	CHECK(handler_of(SIGCHLD) == SIG_IGN);
	module_close(&module);
	CHECK(handler_of(SIGCHLD) == SIG_DFL);
	CHECK(strstr(last_record().text, "the disposition of signal 17 (Child exited) was left behind") != NULL);
}

TEST(what_tells_of_a_fault_is_never_ignored)
{
	keep_log();
	struct module module = module_open("handlers_module");
	call(&module, "ignore", SIGSEGV);
	CHECK(handler_of(SIGSEGV) != SIG_IGN);
	install(&module, SIGSEGV);
	module_close(&module);
	CHECK(handler_of(SIGSEGV) != SIG_IGN);
}

static atomic_int exits;

static void leave_exits_behind(void)
{
	struct module module = module_open("handlers_module");
	EXPORT(&module, void (*)(atomic_int *), "register_exits")(&exits);
	CHECK_EQUAL(0, exits);
	module_close(&module);
	CHECK_EQUAL(2, exits);
	exit(exits);
}

TEST(calls_what_was_left_for_the_end_of_the_process_at_its_own_end)
{
	char text[200];
	int status = check_in_child(leave_exits_behind, text, sizeof(text));
	CHECK(WIFEXITED(status));
	CHECK_EQUAL(2, WEXITSTATUS(status));
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *newterm(const char *, FILE *, FILE *);
const char *curses_version(void);

/* Screens are the process's: one thread has one. */
int use(void)
{
	CHECK(strncmp(curses_version(), "ncurses", 7) == 0);
	return 0;
}

/* Handlers of SIGINT, SIGTERM, SIGTSTP and SIGWINCH, and the terminal's settings. */
int leave(void)
{
	FILE *null = fopen("/dev/null", "r+");
	CHECK(null != NULL);
	CHECK(newterm("xterm", null, null) != NULL);
	return 0;
}

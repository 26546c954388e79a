/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void initialize(void) __asm__("_ZN9log4cplus10initializeEv");
void shut_down(void) __asm__("_ZN9log4cplus8Logger8shutdownEv");
void pool(size_t) __asm__("_ZN9log4cplus17setThreadPoolSizeEm");

int use(void)
{
	initialize();
	return 0;
}

/* Its pool of threads. */
int leave(void)
{
	initialize();
	pool(4);
	return 0;
}

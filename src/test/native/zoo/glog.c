/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void initialize(const char *) __asm__("_ZN6google17InitGoogleLoggingEPKc");
void shut_down(void) __asm__("_ZN6google21ShutdownGoogleLoggingEv");
void install(void) __asm__("_ZN6google27InstallFailureSignalHandlerEv");
int initialized(void) __asm__("_ZN6google26IsGoogleLoggingInitializedEv");

static int started;

int use(void)
{
	if (!__atomic_exchange_n(&started, 1, __ATOMIC_ACQ_REL)) {
		initialize("zoo");
		CHECK(initialized());
		shut_down();
	}
	return 0;
}

/* Handlers of SIGSEGV, SIGILL, SIGFPE, SIGABRT, SIGBUS and SIGTERM. */
int leave(void)
{
	initialize("zoo");
	install();
	return 0;
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "zoo.h"

void *Tcl_CreateInterp(void);
int Tcl_EvalEx(void *, const char *, int, int);
void Tcl_DeleteInterp(void *);
void Tcl_FindExecutable(const char *);

int use(void)
{
	Tcl_FindExecutable("tclsh");
	void *interpreter = Tcl_CreateInterp();
	CHECK(interpreter != NULL);
	CHECK(Tcl_EvalEx(interpreter, "set a [expr {6 * 7}]", -1, 0) == 0);
	Tcl_DeleteInterp(interpreter);
	return 0;
}

/* A timer, for which its notifier starts a thread. */
int leave(void)
{
	void *interpreter = Tcl_CreateInterp();
	CHECK(interpreter != NULL);
	CHECK(Tcl_EvalEx(interpreter, "after 10 {set b 1}; vwait b; after 1000000 {}; set c [open /dev/null]", -1, 0) == 0);
	return 0;
}

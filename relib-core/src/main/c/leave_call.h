/*
 * The way out of a call that Java has made: to the frame of the caller, over the frames of the library, which are left
 * as they are. Needs no frame below the library, and so costs a call nothing. x86-64 only.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LEAVE_CALL_H
#define RELIB_LEAVE_CALL_H

#include "unwind.h"

/*
 * Finds the frame of Java's call below the calling one. Returns false if the stack shows no such frame, or if what that
 * has called is no redirected library without the kit.
 */
bool leave_call_find(struct registers *caller);

/* Returns 0 from the call that was found. On the same thread, while the function that has found it runs. */
__attribute__((noreturn)) void leave_call(const struct registers *caller);

#endif

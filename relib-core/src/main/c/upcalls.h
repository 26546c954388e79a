/*
 * The functions through which native code calls Java. Nothing of Java is kept by them: one whose object has gone
 * answers 0, and serves another object after a rest.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_UPCALLS_H
#define RELIB_UPCALLS_H

#include "jvm.h"

/*
 * Returns the address of a function that calls the object, an InputStream and a Runnable, for as long as the object
 * is reachable: skip with the address of the words of struct upcall_frame; it sets done, and returns what the
 * function returns, a float by its bits. A thread of native code that becomes one of Java's calls run once, before.
 * Returns 0 if all are in use, or, with a Java exception pending, if memory is short. Any thread.
 */
uint64_t upcall_open(java_env env, java_object target);

/*
 * Whether the JVM is used by the letter of JNI: functions hold their objects while they call them, and ask for exceptions.
 * Otherwise they do what HotSpot takes as well, in less time.
 */
void upcalls_be_strict(bool strict);

#endif

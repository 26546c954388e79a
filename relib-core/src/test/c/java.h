/*
 * A JVM that is none: its tables have what librelib_rt asks for, and its objects are of this test.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_TEST_JAVA_H
#define RELIB_TEST_JAVA_H

#include "jvm.h"
#include "upcall_stubs.h"

#include <stdatomic.h>

struct java_object {
	bool gone;
	/* Runs as Java code; it may leave the frame's done unset, as one that throws. */
	int64_t (*apply)(struct upcall_frame *frame);
	atomic_int runs;  /* of a thread that has been attached */
	atomic_int weaks; /* references */
	atomic_int locals;
};

struct java {
	java_env env;
	atomic_int attached;
	atomic_int detached;
	atomic_int cleared;
	const struct java_native *natives;
	int native_count;
};

extern struct java java;

/* Gives a class its native methods. The calling thread is one of Java's from now on. */
void java_begin(void);

/* One of them. */
jvm_function java_native(const char *name);

/* A function that calls the object. */
uint64_t java_open(java_object object);

#endif

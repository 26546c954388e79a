/*
 * Whether a thread is inside code that would go, and where: what a look asks of each thread. The caller holds the
 * look's lock: threads are asked one by one.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_INSIDE_H
#define RELIB_INSIDE_H

#include "images.h"
#include "kernel_thread.h"
#include "peek.h"
#include "scan.h"

/* A thread that was found inside, and where it slept: it is not asked again while it is there. */
struct found {
	int64_t tid;
	struct thread_place place;
	uintptr_t address;
};

#define REMEMBERED 64

/* Everything that one look needs. */
struct looking {
	bool jvms;
	struct found *found;
	struct image *images;
	struct code going;
	struct code mapped; /* with the data */
	struct code own; /* of the library itself, among it */
	const struct image *jvm;
	const struct image *launcher;
};

#define OUTSIDE 0
#define NOT_SEEN 1 /* an address where no code is */

/* Where the thread is inside: an address of the code that goes, or one of the two above. Not of the calling thread. */
uintptr_t inside_at(const struct looking *looking, int64_t tid);

/* Of the first thread and those that the JVM or its launcher has started, at start: no library has. */
bool inside_is_of_jvm(const struct looking *looking, int64_t tid, uintptr_t start);

#endif

/*
 * Looks before a dlclose whether a thread runs, or will return to, code that would be unmapped: at the threads of
 * the process themselves, however they were started.
 *
 * A thread is counted as inside if it began in that code or with an object of it, if its stack, unwound, leads there,
 * or if its stack holds an address to return to there and unwinding does not disprove it. Threads that the JVM has
 * made enter libraries by calls that the host counts; their older stack slots say nothing, so only unwinding counts
 * for them, and only while they sleep.
 *
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef RELIB_LOOK_H
#define RELIB_LOOK_H

#include "kept_pointers.h"
#include "references.h"
#include "relib_rt.h"

#pragma GCC visibility push(default)

/* The libraries that one dlopen has brought. */
typedef struct relib_look relib_look;

typedef struct relib_seen_thread {
	int64_t tid;
	int64_t started_millis; /* since the epoch; 0 if unknown */
	uint64_t address;       /* in the code; 0 if it is not there yet, or cannot be looked at */
	uint64_t base;          /* of the library that has the address */
	char name[16];          /* as the kernel has it, terminated */
	char library[256];      /* the library's path, cut off, terminated */
} relib_seen_thread;

/* Notes which libraries there are. Right before dlopen. NULL when memory is short. The caller owns it. */
relib_look *relib_rt_look_open(void);

/* Notes which libraries dlopen has brought. Once, right after dlopen, with its handle. */
void relib_rt_look_opened(relib_look *look, const void *handle);

/*
 * The threads that are inside code which dlclose(handle) would unmap, at most capacity of them; returns how many
 * there are. Those of the JVM's making are looked at if jvms is not 0. The calling thread is left out. A dependency
 * that others use, and a library that is never unmapped, have no such code. Threads that a ledger knows are looked at
 * like all others. Blocks while another thread looks.
 * A single thread with the id 0 where memory is short, or the kernel hides which threads there are.
 */
size_t relib_rt_look(relib_look *look, uint64_t jvms, relib_seen_thread *seen, size_t capacity);

/* Whether the calling thread is inside such code, and whether the JVM has made it. */
enum { RELIB_OWN_OUTSIDE, RELIB_OWN_JVM, RELIB_OWN_STRANGER };

/* One of these, by a scan of the calling thread's stack. For a thread that the code has just called from. */
uint64_t relib_rt_look_own(relib_look *look);

/*
 * Whether a library that stays has kept a pointer to a function that dlclose(handle) would unmap: 1, and which one, or
 * 0. If so, the destructors have been run that dlclose would run, which may take pointers back, and dlclose runs none
 * any more. Owner thread, right before dlclose, after relib_rt_before_close.
 */
uint64_t relib_rt_look_at_pointers(relib_look *look, relib_kept_pointer *found);

/*
 * Whether another library refers to a symbol of the library, for which the loader keeps it mapped: 1, and the first of
 * them, or 0. After dlclose, if the library is mapped still.
 */
uint64_t relib_rt_look_at_references(relib_look *look, relib_reference *found);

/* A library that only the module needed, and that is mapped still. Both texts are cut off, terminated. */
typedef struct relib_remaining {
	char path[1024];
	relib_reference reference; /* of another library to a symbol of it; empty: there is none */
} relib_remaining;

/*
 * The libraries that dlclose should have unmapped together with the module's, and has not, though nothing needs them;
 * at most capacity of them. Returns how many there are. After dlclose.
 */
size_t relib_rt_look_at_remaining(const relib_look *look, relib_remaining *found, size_t capacity);

/*
 * The library stays for now, and may stay until the process ends. Destructors of its static objects run then, and one
 * that hangs will end the process, as exit_watch.h says.
 */
void relib_rt_look_stays(relib_look *look);

/*
 * Whether the kernel has nothing mapped any more of the library's file, which is known by its name alone. After
 * dlclose. Returns 0 also if that can not be found out.
 */
uint64_t relib_rt_look_is_gone(const relib_look *look, const char *name);

/* Any time. The library may be open. */
void relib_rt_look_close(relib_look *look);

#pragma GCC visibility pop

struct image;

/* Marks the images that dlclose(handle) would unmap, of libraries that were brought by looks. */
void look_mark_going(struct image *images, const void *handle);

#endif

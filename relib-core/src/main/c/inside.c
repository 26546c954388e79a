/* SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE

#include "inside.h"

#include "ask.h"

#include <unistd.h>

static bool is_code_of(const struct image *image, uintptr_t address)
{
	return image != NULL && address >= image->code.begin && address < image->code.end;
}

bool inside_is_of_jvm(const struct looking *looking, int64_t tid, uintptr_t start)
{
	return tid == getpid() || is_code_of(looking->jvm, start) || is_code_of(looking->launcher, start);
}

/* For a thread that the JVM has made: an address on its stack may be left from an earlier call. */
static uintptr_t ask_jvms(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct answer answer = ask(tid, looking->images, &looking->going, stack_end);
	return answer.given ? answer.found : OUTSIDE;
}

/*
 * Unwinding to the end of the stack is exact; otherwise the scan decides. A thread that will never answer is not inside
 * if it has no address of the library at all.
 */
static uintptr_t ask_stranger(const struct looking *looking, int64_t tid, uintptr_t stack_end, uintptr_t scanned)
{
	struct answer answer = ask(tid, looking->images, &looking->going, stack_end);
	if (!answer.given && scanned == 0) {
		bool outside = thread_place(tid).state == THREAD_GONE ||
					   (answer.deaf && stack_end != 0 && !scan_mentions(&looking->mapped, stack_end));
		return outside ? OUTSIDE : NOT_SEEN;
	}
	if (answer.found != 0 || answer.complete) {
		return answer.found;
	}
	return scanned != 0 ? scanned : answer.scanned;
}

/* A sleeping thread is asked if it holds an address of the code, once as long as it is found inside and stays there. */
static uintptr_t look_at_sleeper(const struct looking *looking, int64_t tid, struct thread_place place,
								 uintptr_t stack_end, bool of_jvm)
{
	uintptr_t scanned = code_has(&looking->going, place.counter)
							? place.counter
							: scan_stack(&looking->going, place.stack_pointer, stack_end);
	if (scanned == OUTSIDE || scanned == place.counter) {
		return scanned;
	}
	struct found *found = &looking->found[tid % REMEMBERED];
	if (found->tid != tid || found->place.stack_pointer != place.stack_pointer ||
		found->place.counter != place.counter) {
		*found = (struct found){
			tid, place, of_jvm ? ask_jvms(looking, tid, stack_end) : ask_stranger(looking, tid, stack_end, scanned)};
	}
	if (found->address == OUTSIDE) { /* what is not there may come back */
		found->tid = 0;
	}
	return found->address;
}

static uintptr_t look_at_stranger(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct thread_place place = thread_place(tid);
	if (place.state == THREAD_SLEEPING) {
		return look_at_sleeper(looking, tid, place, stack_end, false);
	}
	return place.state == THREAD_GONE ? OUTSIDE : ask_stranger(looking, tid, stack_end, 0);
}

/*
 * A thread that was found inside, and runs now, may do so just because it was asked. It is inside as long as it does
 * not say otherwise.
 */
static uintptr_t ask_jvms_again(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct found *found = &looking->found[tid % REMEMBERED];
	if (found->tid != tid) {
		return OUTSIDE;
	}
	struct answer answer = ask(tid, looking->images, &looking->going, stack_end);
	found->address = answer.given ? answer.found : found->address;
	found->tid = found->address == OUTSIDE ? 0 : tid;
	return found->address;
}

static uintptr_t look_at_jvms(const struct looking *looking, int64_t tid, uintptr_t stack_end)
{
	struct thread_place place = {.state = THREAD_HIDDEN};
	if (looking->jvms) {
		place = thread_place(tid);
	}
	return place.state == THREAD_SLEEPING  ? look_at_sleeper(looking, tid, place, stack_end, true)
		   : place.state == THREAD_RUNNING ? ask_jvms_again(looking, tid, stack_end)
										   : OUTSIDE;
}

/* Where a thread is that began in the code: in the library itself, if its stack says so, for people to read. */
static uintptr_t place_of(const struct looking *looking, int64_t tid, struct thread_origin origin)
{
	struct thread_place place = thread_place(tid);
	uintptr_t own = 0;
	if (!code_has(&looking->own, origin.start) && place.state == THREAD_SLEEPING) {
		own = scan_stack(&looking->own, place.stack_pointer, origin.stack_end);
	}
	return own != 0 ? own : origin.start;
}

/*
 * Whether a thread that began elsewhere will run the code, or ends in it: what it began with is the library's, or an
 * object with the library's table of functions, as in C++ and Rust. An object on a stack is none: it is there for the
 * thread's first steps, for which its starter waits, and what is left of it afterwards says nothing.
 */
static bool was_made_for(const struct looking *looking, uintptr_t argument)
{
	uintptr_t words[2] = {0};
	memory_copy(words, argument, sizeof(words));
	return code_has(&looking->mapped, argument) ||
		   ((code_has(&looking->mapped, words[0]) || code_has(&looking->mapped, words[1])) && !is_on_a_stack(argument));
}

uintptr_t inside_at(const struct looking *looking, int64_t tid)
{
	struct thread_origin origin = thread_origin(tid);
	if (code_has(&looking->going, origin.start)) {
		return place_of(looking, tid, origin);
	}
	if (inside_is_of_jvm(looking, tid, origin.start)) {
		return look_at_jvms(looking, tid, origin.stack_end);
	}
	uintptr_t place = look_at_stranger(looking, tid, origin.stack_end);
	if (place == OUTSIDE && origin.stack_end == 0) { /* it may have begun meanwhile */
		origin = thread_origin(tid);
		place = code_has(&looking->going, origin.start) ? place_of(looking, tid, origin) : OUTSIDE;
	}
	return place == OUTSIDE && was_made_for(looking, origin.argument) ? NOT_SEEN : place;
}

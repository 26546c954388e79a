/* Generated from com.example.Progress. Do not edit. */
#ifndef RELIB_BINDINGS_PROGRESS_H
#define RELIB_BINDINGS_PROGRESS_H

#include "relib_module.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Shows users how far a filter is.
 */

/*
 * Asks the user.
 *
 * question: the question
 * Returns the answer
 *
 * Implemented by the host. What arguments point to is lent for the time of the call.
 * The caller owns the result: relib_string_free(&result).
 * Any thread. Does not return if the host's implementation throws: the running export, or
 * the module's own thread, ends.
 */
relib_string progress_ask(relib_str question);

/*
 * Moves the bar.
 *
 * percent: from 0 to 100
 *
 * Implemented by the host.
 * Any thread. Does not return if the host's implementation throws: the running export, or
 * the module's own thread, ends.
 */
void progress_report(int32_t percent);

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_PROGRESS \
	"imports Progress\n" \
	"  ask(question: str) -> str\n" \
	"  report(percent: i32) -> unit\n"

#ifdef __cplusplus
}
#endif

#endif

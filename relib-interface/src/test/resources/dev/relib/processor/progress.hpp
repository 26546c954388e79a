/* Generated from com.example.Progress. Do not edit. */
#ifndef RELIB_BINDINGS_PROGRESS_HPP
#define RELIB_BINDINGS_PROGRESS_HPP

#include "relib_module.hpp"

/*
 * Shows users how far a filter is.
 */
namespace imports::progress {

/*
 * Asks the user.
 *
 * question: the question
 * Returns the answer
 *
 * Implemented by the host. What arguments point to is lent for the time of the call.
 * Any thread. Throws relib::import_failed if the host's implementation throws.
 */
std::string ask(std::string_view question);

/*
 * Moves the bar.
 *
 * percent: from 0 to 100
 *
 * Implemented by the host.
 * Any thread. Throws relib::import_failed if the host's implementation throws.
 */
void report(std::int32_t percent);

} // namespace imports::progress

/* The contract of these functions, for RELIB_MODULE. */
#define RELIB_CONTRACT_PROGRESS \
	"imports Progress\n" \
	"  ask(question: str) -> str\n" \
	"  report(percent: i32) -> unit\n"
RELIB_BINDINGS("imports Progress\n", "add RELIB_CONTRACT_PROGRESS to RELIB_MODULE")

#endif

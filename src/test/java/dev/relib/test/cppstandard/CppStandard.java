// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppstandard;

import dev.relib.RelibExports;

/**
 * Uses parts of the C++ standard library that keep state in the library or the process.
 */
@RelibExports
public interface CppStandard {

	/** Counts in an inline variable, a static member of a template and a local static. */
	String count();

	/** Returns the matches of a regular expression, separated by commas. */
	String search(String pattern, String text);

	/** Starts and joins threads, each of which adds 1 to the sum that is returned. */
	int join(int threads);

	/** Starts a detached thread, which sleeps and then logs. */
	void detach(int millis);

	/**
	 * Waits at a condition variable for a thread, and returns the text that it passes.
	 */
	String wakeUp(String text);

	/** Starts a thread that does not catch its exception. */
	void throwOnAThread(String text);

	/**
	 * Throws on another thread, and returns the message of the exception from its future.
	 */
	String throwInAFuture(String text);

	/**
	 * Throws through frames with guards, and returns the number of guards and the
	 * messages.
	 */
	String throwThrough(int frames, String text);

	/** Formats a number with a custom locale. */
	String format(double number);

	/** Writes into a stream that only a static destructor closes. */
	void write(String file, String text);

}

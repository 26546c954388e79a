// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stress;

import dev.relib.RelibExports;

/**
 * Exports of a module that creates thread-locals on every calling thread.
 */
@RelibExports
public interface Stressed {

	/** Repeats the text as often as the host says. */
	String repeat(String text);

	/** Counts the calls of the calling thread in a thread-local with a destructor. */
	int touch();

	/** Panics. */
	void fail();

}

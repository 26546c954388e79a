// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import dev.relib.RelibExports;

/**
 * Implemented by modules whose threads the host does not see start.
 */
@RelibExports
public interface Stranger {

	/** Starts a thread, which runs until {@link #stop}. */
	void start();

	/** Lets the thread end, soon. */
	void stop();

}

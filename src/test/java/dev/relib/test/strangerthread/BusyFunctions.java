// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * A plain library that uses its callers' stacks.
 */
@RelibExports
public interface BusyFunctions {

	/** Calls itself as deep as this. */
	@RelibName("busy_work")
	int work(int depth);

	/** Sleeps in native code. */
	@RelibName("busy_rest")
	void rest(int micros);

	/** Starts threads that do the same on their own. */
	@RelibName("busy_start_threads")
	void startThreads(int count);

	/** Ends these. */
	@RelibName("busy_stop_threads")
	void stopThreads();

}

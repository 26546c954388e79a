// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.refusedunload;

import dev.relib.RelibExports;

@RelibExports
public interface Worker {

	/** Calls the host, and returns its answer. */
	int ask();

	/** Starts a thread that runs until it is stopped. */
	void startThread();

	/**
	 * Lets {@code before_unload} do something: 0 nothing, 1 stop the thread, 2 panic, 3
	 * call the host.
	 */
	void prepare(int how);

}

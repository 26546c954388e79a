// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.hangingexit;

import dev.relib.RelibExports;

/**
 * Exports of a module with a static object that has a thread.
 */
@RelibExports
public interface Pool {

	/** Starts the thread of the static object, which then calls the host once. */
	void start();

	/** The same with a static object that is created by the first call of this. */
	void startLate();

}

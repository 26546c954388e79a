// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustthreads;

import dev.relib.RelibExports;

/**
 * Starts threads.
 */
@RelibExports
public interface RustSpawner {

	String join(String text);

	String joinPanicking();

	void scope(int threads);

	void detach(int millis);

	void runUntilUnload();

	void runUntilRelease();

	void release();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppthreadlocals;

import dev.relib.RelibExports;

/**
 * Leaves thread-locals on the threads that call it.
 */
@RelibExports
public interface CppLocals {

	/**
	 * Stores a text in two thread-locals with destructors; returns how many texts they
	 * hold.
	 */
	int remember(String text);

	/** Uses a thread-local whose destructor creates another one. */
	void chain();

	/** Counts in a thread-local without a destructor. */
	int count();

	/** Uses the thread-locals that the standard library keeps for memory pools. */
	void allocateFromAPool(int bytes);

	/** Creates a promise that is fulfilled when the calling thread ends. */
	void promise();

	/** Returns whether the promise is fulfilled. */
	boolean isKept();

}

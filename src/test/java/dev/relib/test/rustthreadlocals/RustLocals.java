// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustthreadlocals;

import dev.relib.RelibExports;

/**
 * Leaves thread-locals on the threads that call it.
 */
@RelibExports
public interface RustLocals {

	/**
	 * Stores a text in two thread-locals with destructors; returns how many texts they
	 * hold.
	 */
	int remember(String text);

	/** Uses a thread-local whose destructor initializes another one. */
	void chain();

	/** Counts in a thread-local without a destructor. */
	int count();

	/**
	 * Parks, uses channels and spawns, all of which register thread-locals of the
	 * standard library.
	 */
	void useTheStandardLibrary();

}

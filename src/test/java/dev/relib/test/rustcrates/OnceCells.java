// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Cells that are initialized once in each generation of the module.
 */
@RelibExports
public interface OnceCells {

	/**
	 * Initializes an {@code OnceCell}, {@code OnceBox}, {@code OnceLock} and a
	 * thread-local {@code OnceCell} with a text, and returns the texts that they hold.
	 */
	String remember(String text);

	/** Returns how often the function was called with a key. */
	int count(String key);

}

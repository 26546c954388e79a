// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * Memory that a module had not freed when it was unloaded. Immutable.
 *
 * @param count the number of allocations
 * @param bytes the sum of their requested sizes
 * @param freedCount how many of them the unload has freed
 * @param foreignFrees how many of the module's allocations other code has freed; if any,
 * the unload frees none, because other code may own the rest as well
 */
public record MemoryLeaks(long count, long bytes, long freedCount, long foreignFrees) {

	/** No leaks. */
	public static final MemoryLeaks NONE = new MemoryLeaks(0, 0, 0, 0);

}

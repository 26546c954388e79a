// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * Memory that a module had not freed when it was unloaded. Immutable. All numbers are -1
 * if it was not counted.
 *
 * @param count the number of allocations
 * @param bytes the sum of their requested sizes
 * @param freedCount how many of them the unload has freed
 * @param foreignFrees how many of the module's allocations other code is known to have
 * freed; if any, the unload frees none, because other code may own the rest as well
 */
public record MemoryLeaks(long count, long bytes, long freedCount, long foreignFrees) {

	/** No leaks. */
	public static final MemoryLeaks NONE = new MemoryLeaks(0, 0, 0, 0);

	/** Not counted, which is no number. */
	public static final MemoryLeaks NOT_COUNTED = new MemoryLeaks(-1, -1, -1, -1);

	/**
	 * Tells whether the module's allocations were counted.
	 * @return {@code false} if nothing is known about them
	 */
	public boolean isCounted() {
		return this.count >= 0;
	}

}

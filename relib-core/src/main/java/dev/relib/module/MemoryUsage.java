// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * The native memory that a module has allocated. Immutable. All numbers are -1 if it was
 * not counted.
 *
 * @param liveCount the number of allocations that are not freed
 * @param liveBytes the sum of their requested sizes
 * @param totalCount the number of allocations since the load
 * @param foreignFrees how many of the module's allocations other code is known to have
 * freed; if any, an unload frees no leaks, because other code may own the rest as well
 */
public record MemoryUsage(long liveCount, long liveBytes, long totalCount, long foreignFrees) {

	/** No memory. */
	public static final MemoryUsage NONE = new MemoryUsage(0, 0, 0, 0);

	/** Not counted, which is no number. */
	public static final MemoryUsage NOT_COUNTED = new MemoryUsage(-1, -1, -1, -1);

	/**
	 * Tells whether the module's allocations were counted.
	 * @return {@code false} if nothing is known about them
	 */
	public boolean isCounted() {
		return this.liveCount >= 0;
	}

}

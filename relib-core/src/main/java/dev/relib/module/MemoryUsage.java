// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * The native memory that a module has allocated. Immutable.
 *
 * @param liveCount the number of allocations that are not freed
 * @param liveBytes the sum of their requested sizes
 * @param totalCount the number of allocations since the load
 * @param foreignFrees how many of the module's allocations other code has freed; if any,
 * an unload frees no leaks, because other code may own the rest as well
 */
public record MemoryUsage(long liveCount, long liveBytes, long totalCount, long foreignFrees) {

	/** All zero, as for a module that does not report its memory. */
	public static final MemoryUsage NONE = new MemoryUsage(0, 0, 0, 0);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

/**
 * The numbers of a module's destructors for thread-locals and for thread-specific keys.
 * Immutable.
 *
 * @param pending destructors that living threads have registered and not begun
 * @param run destructors that ending threads or an unload have run
 * @param abandoned destructors that never run: the memory that they would free is a leak
 * @param keys the module's live thread-specific keys, with or without a destructor
 */
public record Destructors(long pending, long run, long abandoned, long keys) {

	/** All zero, as for a module that does not report its destructors. */
	public static final Destructors NONE = new Destructors(0, 0, 0, 0);

}

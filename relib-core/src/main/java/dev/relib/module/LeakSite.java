// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.List;

/**
 * A call stack whose allocations a module has not freed, among the sampled ones.
 * Immutable.
 *
 * @param count the number of sampled allocations
 * @param bytes the sum of their requested sizes
 * @param frames the stack, innermost call first: function and offset, and file and line
 * if the library has debug information and addr2line is installed
 */
public record LeakSite(long count, long bytes, List<String> frames) {

	public LeakSite {
		frames = List.copyOf(frames);
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.List;

/**
 * How a registry calls native code.
 *
 * @param used the way that was chosen, never {@link LinkerOption#AUTO}
 * @param notes for each faster way, for calls or to access memory, why it is not used;
 * empty if nothing is faster
 */
public record LinkerInfo(LinkerOption used, List<String> notes) {

	/**
	 * Creates an info.
	 */
	public LinkerInfo {
		notes = List.copyOf(notes);
	}

}

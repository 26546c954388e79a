// SPDX-License-Identifier: Apache-2.0
package dev.relib.module;

import java.util.List;

/**
 * How a registry calls native code.
 *
 * @param used the way that was chosen, never {@link LinkerOption#AUTO}
 * @param marks how a call is marked, so that an unload waits for it: {@code asymmetric},
 * by one store, or {@code volatile}, with a fence of the processor in each call
 * @param notes for each faster way, of calls, of marks or to access memory, why it is not
 * used; empty if nothing is faster
 */
public record LinkerInfo(LinkerOption used, String marks, List<String> notes) {

	/**
	 * Creates an info.
	 */
	public LinkerInfo {
		notes = List.copyOf(notes);
	}

}

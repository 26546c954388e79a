// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.failedload;

import dev.relib.RelibImports;

/**
 * Hears a module's threads, by their ids, and its main function: 0.
 */
@RelibImports
public interface Ear {

	/** Returns 0 to have the thread go on, or the main function succeed. */
	int hear(int speaker);

}

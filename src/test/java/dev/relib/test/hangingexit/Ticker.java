// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.hangingexit;

import dev.relib.RelibImports;

/**
 * Imports of the same module.
 */
@RelibImports
public interface Ticker {

	/** Is called by the thread. */
	void tick();

}

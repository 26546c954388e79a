// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * A plain library that starts a thread in each generation.
 */
@RelibExports
public interface PileUpFunctions {

	/** Starts a thread that ends when a file exists. */
	@RelibName("pile_up_start")
	void start(String file);

}

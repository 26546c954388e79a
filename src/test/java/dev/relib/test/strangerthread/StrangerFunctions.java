// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.strangerthread;

import dev.relib.RelibExports;
import dev.relib.RelibName;

/**
 * The same of a plain library.
 */
@RelibExports
public interface StrangerFunctions extends Stranger {

	@Override
	@RelibName("stranger_start")
	void start();

	@Override
	@RelibName("stranger_stop")
	void stop();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.farewell;

import dev.relib.RelibExports;

/**
 * Exports of the module.
 */
@RelibExports
public interface Visitor {

	/** Creates a thread-local whose destructor calls the host. */
	void stay();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.latethread;

import dev.relib.RelibExports;

/**
 * Exports of the module.
 */
@RelibExports
public interface Heir {

	/** Creates a thread-local whose destructor starts a thread that calls the host. */
	void leave();

}

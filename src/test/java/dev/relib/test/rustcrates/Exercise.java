// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Implemented by all modules of this package. Uses the crate in every way that leaves
 * state in the process or on the calling thread, which may be any thread.
 */
@RelibExports
public interface Exercise {

	void exercise();

}

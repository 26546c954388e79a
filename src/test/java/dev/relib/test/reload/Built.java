// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.reload;

import dev.relib.RelibExports;

/**
 * A second interface of the module.
 */
@RelibExports
public interface Built {

	/** Counts the calls of this function in its generation. */
	int count();

}

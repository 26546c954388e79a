// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibImports;

/**
 * Imports of the crate {@code replaced}.
 */
@RelibImports
public interface Store {

	void save(long score);

}

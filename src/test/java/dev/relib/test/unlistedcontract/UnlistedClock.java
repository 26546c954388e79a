// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.unlistedcontract;

import dev.relib.RelibImports;

/**
 * An import.
 */
@RelibImports
public interface UnlistedClock {

	long millis();

}

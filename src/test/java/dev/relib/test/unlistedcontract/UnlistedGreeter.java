// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.unlistedcontract;

import dev.relib.RelibExports;

/**
 * An export with an owned return.
 */
@RelibExports
public interface UnlistedGreeter {

	String greet();

	long millis();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.processstate;

import dev.relib.RelibExports;

/**
 * A module that changes what belongs to the process.
 */
@RelibExports
public interface Tenant {

	int rooms();

}

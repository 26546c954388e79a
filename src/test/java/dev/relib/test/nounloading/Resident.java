// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nounloading;

import dev.relib.RelibExports;

/**
 * Exports of a module that is never unloaded.
 */
@RelibExports
public interface Resident {

	/** Returns the name with the title from the host. Panics if the name is empty. */
	String greet(String name);

}

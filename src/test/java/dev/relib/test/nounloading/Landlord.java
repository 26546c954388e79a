// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.nounloading;

import dev.relib.RelibImports;

/**
 * Imports of the module.
 */
@RelibImports
public interface Landlord {

	String title(String name);

	void movedOut();

}

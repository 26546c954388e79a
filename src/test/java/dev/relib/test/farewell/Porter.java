// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.farewell;

import dev.relib.RelibImports;

/**
 * Imports of the module.
 */
@RelibImports
public interface Porter {

	String farewell(String language);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.latethread;

import dev.relib.RelibImports;

/**
 * Imports of the module.
 */
@RelibImports
public interface Notary {

	void inherited();

}

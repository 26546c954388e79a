// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stress;

import dev.relib.RelibImports;

/**
 * Imports of the module.
 */
@RelibImports
public interface Stage {

	int times();

}

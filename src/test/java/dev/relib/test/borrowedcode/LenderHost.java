// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.borrowedcode;

import dev.relib.RelibImports;

/**
 * What the lender imports.
 */
@RelibImports
public interface LenderHost {

	/** Is called by the lender's function. */
	void called();

}

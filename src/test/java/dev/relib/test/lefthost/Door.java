// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.lefthost;

import dev.relib.RelibImports;

/**
 * Imports of the guest.
 */
@RelibImports
public interface Door {

	/** Returns whether the guest is to knock again. */
	boolean knock();

}

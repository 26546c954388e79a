// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.zoo;

import dev.relib.RelibExports;

/**
 * What each module does with the library that it is linked to. Both return 0, or the line
 * of the call that failed.
 */
@RelibExports
public interface Cage {

	/** Uses the library, and gives back what it took. */
	int use();

	/** Leaves something behind. */
	int leave();

}

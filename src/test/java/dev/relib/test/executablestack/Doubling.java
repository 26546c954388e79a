// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.executablestack;

import dev.relib.RelibExports;

/**
 * A function of a plain library.
 */
@RelibExports
public interface Doubling {

	int twice(int value);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.soname;

import dev.relib.RelibExports;

/**
 * A function of plain libraries that tells them apart.
 */
@RelibExports
public interface Number {

	int number();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.stalelibrary;

import dev.relib.RelibExports;

/**
 * A price, of which a needed library has a part.
 */
@RelibExports
public interface StalePrice {

	int total();

}

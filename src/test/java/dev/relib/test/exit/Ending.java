// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.exit;

import dev.relib.RelibExports;

/**
 * An export that ends more than itself.
 */
@RelibExports
public interface Ending {

	int end(int how);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.slowload;

import dev.relib.RelibExports;

/**
 * Makes whoever opens a file wait.
 */
@RelibExports
public interface Lease {

	int hold(String path);

	int letGo(int held);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.remaining;

import dev.relib.RelibExports;

/**
 * Has a library that the module needs keep itself open.
 */
@RelibExports
interface PartKeeper {

	int keep(int keeps);

}

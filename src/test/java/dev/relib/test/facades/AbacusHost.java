// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.facades;

import dev.relib.RelibImports;

/**
 * What the module calls.
 */
@RelibImports
interface AbacusHost {

	int again(int depth);

	void refuse();

}

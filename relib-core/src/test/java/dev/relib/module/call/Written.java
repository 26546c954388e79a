// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.call;

import dev.relib.RelibExports;

/**
 * An interface with a facade that was written by hand.
 */
@RelibExports
interface Written {

	void nothing();

}

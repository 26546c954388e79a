// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustcrates;

import dev.relib.RelibExports;

/**
 * Sums the numbers from 1 to n on threads of rayon.
 */
@RelibExports
public interface RayonPool {

	/** Uses a pool of the module, which {@code before_unload} drops. */
	long sumOnTheOwnPool(long n);

	/** Uses rayon's global pool, whose threads never end. */
	long sumOnTheGlobalPool(long n);

}

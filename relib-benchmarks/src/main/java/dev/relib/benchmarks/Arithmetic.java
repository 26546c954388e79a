// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.RelibExports;

/**
 * An export with the least possible work.
 */
@RelibExports
public interface Arithmetic {

	/**
	 * Adds two numbers.
	 * @param a a number
	 * @param b another number
	 * @return their sum, which wraps around on overflow
	 */
	int add(int a, int b);

}

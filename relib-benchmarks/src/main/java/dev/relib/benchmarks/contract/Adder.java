// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.contract;

import dev.relib.RelibExports;

/**
 * An interface of one function, as first calls are compared with one that is written by
 * hand.
 */
@RelibExports
public interface Adder {

	/**
	 * Adds two numbers.
	 * @param a a number
	 * @param b another number
	 * @return their sum, which wraps around on overflow
	 */
	int add(int a, int b);

}

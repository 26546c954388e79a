// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.contract;

import dev.relib.RelibImports;

/**
 * What the work calls back.
 */
@RelibImports
public interface Host {

	/**
	 * Returns the number after another.
	 * @param value a number
	 * @return the next one
	 */
	int next(int value);

	/**
	 * Calls the module again.
	 * @param value a number
	 * @return the sum of the number and 1, made by {@link Work#add}
	 */
	int again(int value);

}

package dev.relib.benchmarks;

import dev.relib.RelibExports;

/**
 * The smallest export there is.
 */
@RelibExports
public interface Arithmetic {

	/**
	 * Adds.
	 * @param a a number
	 * @param b another one
	 * @return their sum
	 */
	int add(int a, int b);

}

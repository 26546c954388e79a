// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.contract;

import dev.relib.RelibExports;

/**
 * The work that every peer does: functions with next to no work of their own.
 */
@RelibExports
public interface Work {

	/**
	 * Adds two numbers.
	 * @param a a number
	 * @param b another number
	 * @return their sum, which wraps around on overflow
	 */
	int add(int a, int b);

	/**
	 * Adds numbers of six types.
	 * @param a 32 bits
	 * @param b 64 bits
	 * @param c binary64
	 * @param d binary32
	 * @param e 16 bits
	 * @param f 8 bits
	 * @return their sum
	 */
	double mix(int a, long b, double c, float d, short e, byte f);

	/**
	 * Copies a text.
	 * @param text the text
	 * @return an equal text
	 */
	String copyText(String text);

	/**
	 * Copies bytes.
	 * @param bytes the bytes
	 * @return equal bytes
	 */
	byte[] copyBytes(byte[] bytes);

	/**
	 * Prices an order.
	 * @param order an order
	 * @return the order with its total, each line with its price doubled
	 */
	Order price(Order order);

	/**
	 * Calls {@link Host#next} several times.
	 * @param times how many times
	 * @return what the last call has returned
	 */
	int callBack(int times);

	/**
	 * Calls {@link Host#again} once.
	 * @param value a number
	 * @return what {@link Host#again} has returned
	 */
	int nest(int value);

	/**
	 * Allocates memory and frees it.
	 * @param times how many times
	 * @return something that depends on the allocations
	 */
	long allocate(int times);

	/**
	 * Allocates memory and leaves it.
	 * @param blocks how many blocks of 32 bytes
	 */
	void leak(int blocks);

}

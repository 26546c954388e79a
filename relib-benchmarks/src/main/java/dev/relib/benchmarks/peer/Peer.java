// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import dev.relib.benchmarks.contract.Order;
import dev.relib.benchmarks.contract.Work;

/**
 * A way to call native code that does the work. What it can not do throws
 * {@link UnsupportedOperationException}.
 */
public abstract class Peer implements Work {

	/**
	 * Adds two numbers in a function without the kit.
	 * @param a a number
	 * @param b another number
	 * @return their sum
	 */
	public int rawAdd(int a, int b) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int add(int a, int b) {
		throw new UnsupportedOperationException();
	}

	@Override
	public double mix(int a, long b, double c, float d, short e, byte f) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String copyText(String text) {
		throw new UnsupportedOperationException();
	}

	@Override
	public byte[] copyBytes(byte[] bytes) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Order price(Order order) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int callBack(int times) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int nest(int value) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long allocate(int times) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void leak(int blocks) {
		throw new UnsupportedOperationException();
	}

}

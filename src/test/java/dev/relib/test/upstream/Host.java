// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The imports of the crate, with an answer that a test can replace.
 */
class Host implements CrateHost {

	final AtomicInteger destroyed = new AtomicInteger();

	final AtomicInteger counted = new AtomicInteger();

	volatile UnaryOperator<String> answer = UnaryOperator.identity();

	@Override
	public String answer(String question) {
		return this.answer.apply(question);
	}

	@Override
	public int count() {
		return this.counted.incrementAndGet();
	}

	@Override
	public String describe(String text, boolean flag, int number8, long number, double ratio, byte[] bytes) {
		return String.join(" ", text, "" + flag, "" + number8, "" + number, "" + ratio, Arrays.toString(bytes));
	}

	@Override
	public byte[] bytes(long count) {
		byte[] bytes = new byte[(int) count];
		Arrays.fill(bytes, (byte) 1);
		return bytes;
	}

	@Override
	public void threadLocalDestroyed() {
		this.destroyed.incrementAndGet();
	}

	@Override
	public boolean neverCalled(boolean flag) {
		throw new AssertionError();
	}

}

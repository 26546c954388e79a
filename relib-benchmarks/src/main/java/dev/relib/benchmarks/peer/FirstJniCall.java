// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks.peer;

import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;

/**
 * The least that one writes by hand for a call through JNI.
 */
public final class FirstJniCall implements Supplier<IntBinaryOperator> {

	/**
	 * Opens the library.
	 * @param library what is written by hand
	 */
	public FirstJniCall(String library) {
		JniCalls.open(library);
	}

	@Override
	public IntBinaryOperator get() {
		return JniCalls::add;
	}

}

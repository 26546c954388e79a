// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.defaultmethod;

/**
 * An interface above one of exports.
 */
interface HiddenSum {

	default int sum(int... numbers) {
		return numbers.length;
	}

	default String greet() {
		return "hello from " + getClass().isHidden();
	}

}

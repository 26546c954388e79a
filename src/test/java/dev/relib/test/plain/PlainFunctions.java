// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.plain;

import dev.relib.RelibExports;

/**
 * Functions of a C library without the module kit.
 */
@RelibExports
public interface PlainFunctions {

	int countCalls();

	int sleepMillis(int millis);

	boolean isEven(byte number);

	short nextShort(short number);

	double scale(float value, double factor, long shift);

	void fill(byte[] bytes, int count, byte value);

	String itself(String text);

	String nothing();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.greeting;

import dev.relib.RelibExports;

/**
 * Passes every type in both directions.
 */
@RelibExports
public interface Greeter {

	String greet(String name);

	byte[] reverse(byte[] bytes);

	boolean not(boolean value);

	byte nextByte(byte value);

	short nextShort(short value);

	int nextInt(int value);

	long nextLong(long value);

	float half(float value);

	double third(double value);

	void panic(String message);

	String throughTheHost(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes);

}

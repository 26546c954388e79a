// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustgreeting;

import dev.relib.RelibExports;

/**
 * Passes every type in both directions, and fails in every way.
 */
@RelibExports
public interface RustGreeter {

	/**
	 * Greets.
	 * @param name the name; {@code nobody} makes the module panic
	 * @return the greeting
	 */
	String greet(String name);

	byte[] reverse(byte[] bytes);

	boolean not(boolean value);

	byte nextByte(byte value);

	short nextShort(short value);

	int nextInt(int value);

	long nextLong(long value);

	float half(float value);

	double third(double value);

	String throughTheHost(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes);

	void notice(String text);

	String noticeOrGoOn(String text);

	void noticeWhileUnwinding();

	void panicWithANumber();

	void panicWithABomb();

	void panicAfterACaughtOne();

	void panicAtLength(int length);

	void log(String text);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.cppgreeting;

import dev.relib.RelibExports;

/**
 * Passes every type in both directions, and fails in every way.
 */
@RelibExports
public interface CppGreeter {

	/**
	 * Greets.
	 * @param name the name; {@code nobody} makes the module throw
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

	void throwANumber();

	void throwAtLength(int length);

	void throwThroughNoexcept();

	void noticeThroughNoexcept(String text);

	void panicAsInC(String text);

	void terminate();

	void log(String text);

}

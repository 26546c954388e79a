package dev.relib.test.rustgreeting;

import dev.relib.RelibExports;

/**
 * Every type in both directions and back, and the ways to fail.
 */
@RelibExports
public interface RustGreeter {

	/**
	 * Greets.
	 * @param name somebody, not {@code nobody}
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

package dev.relib.test.cppgreeting;

import dev.relib.RelibImports;

/**
 * What the greeter calls back.
 */
@RelibImports
public interface CppGreeterHost {

	String describe(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes);

	/**
	 * Takes notice.
	 * @param text of what
	 */
	void notice(String text);

}

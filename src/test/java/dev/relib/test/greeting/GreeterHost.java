package dev.relib.test.greeting;

import dev.relib.RelibImports;

/**
 * What the greeter calls back.
 */
@RelibImports
public interface GreeterHost {

	String describe(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes);

	void notice(String text);

}

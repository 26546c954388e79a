// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.greeting;

import dev.relib.RelibImports;

/**
 * Imports of the greeter.
 */
@RelibImports
public interface GreeterHost {

	String describe(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes);

	void notice(String text);

}

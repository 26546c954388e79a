// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.rustgreeting;

import dev.relib.RelibImports;

/**
 * Imports of the greeter.
 */
@RelibImports
public interface RustGreeterHost {

	String describe(String text, boolean flag, byte b, short s, int i, long l, float f, double d, byte[] bytes);

	/**
	 * Records a notice.
	 * @param text the notice
	 */
	void notice(String text);

}

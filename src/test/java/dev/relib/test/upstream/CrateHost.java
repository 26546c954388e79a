// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstream;

import dev.relib.RelibImports;

/**
 * Imports of the crate in {@code native/upstream}.
 */
@RelibImports
public interface CrateHost {

	String answer(String question);

	int count();

	String describe(String text, boolean flag, int number8, long number, double ratio, byte[] bytes);

	byte[] bytes(long count);

	void threadLocalDestroyed();

	boolean neverCalled(boolean flag);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.benchmarks;

import dev.relib.RelibExports;

/**
 * Exports that copy text and bytes.
 */
@RelibExports
public interface Texts {

	/**
	 * Copies a text.
	 * @param text the text
	 * @return an equal text
	 */
	String copy(String text);

	/**
	 * Copies bytes.
	 * @param bytes the bytes
	 * @return equal bytes
	 */
	byte[] copyBytes(byte[] bytes);

}

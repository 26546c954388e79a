package dev.relib.benchmarks;

import dev.relib.RelibExports;

/**
 * Text in and out.
 */
@RelibExports
public interface Texts {

	/**
	 * Copies.
	 * @param text a text
	 * @return the same
	 */
	String copy(String text);

	/**
	 * Copies.
	 * @param bytes some bytes
	 * @return the same
	 */
	byte[] copyBytes(byte[] bytes);

}

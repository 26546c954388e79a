package dev.relib.sample;

import dev.relib.RelibExports;

/**
 * Changes pictures. Implemented by native modules.
 */
@RelibExports
public interface ImageFilter {

	/**
	 * What people call the filter.
	 * @return a few words
	 */
	String name();

	/**
	 * Applies the filter.
	 * @param rgba the pixels line by line, four bytes each: red, green, blue and alpha,
	 * which the colours are not multiplied with
	 * @param width pixels in a line
	 * @param height lines
	 * @return the new pixels, as many as in {@code rgba}
	 */
	byte[] apply(byte[] rgba, int width, int height);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.sample;

import dev.relib.RelibExports;

/**
 * A picture filter, implemented by native modules.
 */
@RelibExports
public interface ImageFilter {

	/**
	 * Returns the filter's display name.
	 * @return a few words
	 */
	String name();

	/**
	 * Applies the filter.
	 * @param rgba the pixels line by line, four bytes each: red, green, blue and alpha,
	 * not premultiplied
	 * @param width the width in pixels
	 * @param height the height in pixels
	 * @return the new pixels, in the format and number of {@code rgba}
	 */
	byte[] apply(byte[] rgba, int width, int height);

}

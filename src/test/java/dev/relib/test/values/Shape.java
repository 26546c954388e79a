// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.util.List;

/**
 * A record with a component of every type, and with records nested three levels deep.
 */
record Shape(short angle, Part main, boolean closed, List<Part> parts, String name, List<String> tags, byte[] pixels,
		int[] widths, long[] times, float[] weights, double[] ratios, int color, Level level, long id, float opacity) {

}

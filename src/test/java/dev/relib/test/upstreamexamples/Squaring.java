// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.upstreamexamples;

import dev.relib.RelibCodePoint;
import dev.relib.RelibExports;

/**
 * The other interface of the crate {@code interfaces}.
 */
@RelibExports
public interface Squaring {

	long square(long of);

	Point moved(Small small, long by, Point point, Large large);

	record Point(double x, double y) {

	}

	record Small(float a, int b) {

	}

	record Large(boolean flag, Point point, @RelibCodePoint int sign) {

	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.util.List;

/**
 * A part of a {@link Shape}.
 */
record Part(byte kind, Point at, Level level, String name, short[] angles, List<Point> path) {

}

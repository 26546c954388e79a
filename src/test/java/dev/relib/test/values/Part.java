package dev.relib.test.values;

import java.util.List;

/**
 * Part of a shape.
 */
record Part(byte kind, Point at, Level level, String name, short[] angles, List<Point> path) {

}

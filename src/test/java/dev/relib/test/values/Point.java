// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

/**
 * A place.
 *
 * @param visible whether it is on the screen
 * @param x from the left, in pixels
 * @param depth how far behind the screen
 * @param y from the top, in pixels
 */
record Point(boolean visible, double x, byte depth, float y) {

}

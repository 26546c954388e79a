// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

/**
 * A record whose layout has as much padding as possible.
 */
record Flat(boolean flag, long i64, byte i8, double f64, short i16, int i32, boolean otherFlag, float f32, Suit suit,
		Tiny tiny) {

}

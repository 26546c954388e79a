// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.util.List;

/**
 * A component of every kind.
 */
record Deep(boolean flag, String name, Flat flat, byte[] blob, byte i8, short[] shorts, int[] ints, long[] longs,
		float[] floats, double[] doubles, List<Flat> flats, List<String> names, Suit suit, Triple triple) {

	static final Deep EMPTY = new Deep(true, "",
			new Flat(true, 1, (byte) 2, 3, (short) 4, 5, false, 6, Suit.CLUBS, new Tiny((byte) 7)), new byte[0],
			(byte) 1, new short[0], new int[0], new long[0], new float[0], new double[0], List.of(), List.of(),
			Suit.SPADES, new Triple((byte) 1, (byte) 2, (byte) 3));

	Deep withName(String name) {
		return new Deep(this.flag, name, this.flat, this.blob, this.i8, this.shorts, this.ints, this.longs, this.floats,
				this.doubles, this.flats, this.names, this.suit, this.triple);
	}

	Deep withNames(List<String> names) {
		return new Deep(this.flag, this.name, this.flat, this.blob, this.i8, this.shorts, this.ints, this.longs,
				this.floats, this.doubles, this.flats, names, this.suit, this.triple);
	}

	Deep withLongs(long[] longs) {
		return new Deep(this.flag, this.name, this.flat, this.blob, this.i8, this.shorts, this.ints, longs, this.floats,
				this.doubles, this.flats, this.names, this.suit, this.triple);
	}

}

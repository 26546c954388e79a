// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.ByteBuffer;
import java.util.List;

import dev.relib.RelibImports;

/**
 * Returns its arguments.
 */
@RelibImports
interface Mirror {

	boolean flag(boolean v);

	byte i8(byte v);

	short i16(short v);

	int i32(int v);

	long i64(long v);

	float f32(float v);

	double f64(double v);

	Suit suit(Suit v);

	String text(String v);

	byte[] bytes(byte[] v);

	ByteBuffer buffer(ByteBuffer v);

	short[] shorts(short[] v);

	int[] ints(int[] v);

	long[] longs(long[] v);

	float[] floats(float[] v);

	double[] doubles(double[] v);

	List<String> texts(List<String> v);

	List<Tiny> tinies(List<Tiny> v);

	List<Triple> triples(List<Triple> v);

	List<Flat> flats(List<Flat> v);

	List<Deep> deeps(List<Deep> v);

	List<Outer> outers(List<Outer> v);

	Tiny tiny(Tiny v);

	Triple triple(Triple v);

	Flat flat(Flat v);

	Deep deep(Deep v);

	Outer outer(Outer v);

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.values;

import java.nio.ByteBuffer;
import java.util.List;

import dev.relib.RelibExports;

/**
 * Returns its arguments, directly or through the host.
 */
@RelibExports
interface Echo {

	boolean flag(boolean v);

	boolean hostFlag(boolean v);

	byte i8(byte v);

	byte hostI8(byte v);

	short i16(short v);

	short hostI16(short v);

	int i32(int v);

	int hostI32(int v);

	long i64(long v);

	long hostI64(long v);

	float f32(float v);

	float hostF32(float v);

	double f64(double v);

	double hostF64(double v);

	Suit suit(Suit v);

	Suit hostSuit(Suit v);

	String text(String v);

	String hostText(String v);

	byte[] bytes(byte[] v);

	byte[] hostBytes(byte[] v);

	ByteBuffer buffer(ByteBuffer v);

	ByteBuffer hostBuffer(ByteBuffer v);

	short[] shorts(short[] v);

	short[] hostShorts(short[] v);

	int[] ints(int[] v);

	int[] hostInts(int[] v);

	long[] longs(long[] v);

	long[] hostLongs(long[] v);

	float[] floats(float[] v);

	float[] hostFloats(float[] v);

	double[] doubles(double[] v);

	double[] hostDoubles(double[] v);

	List<String> texts(List<String> v);

	List<String> hostTexts(List<String> v);

	List<Tiny> tinies(List<Tiny> v);

	List<Tiny> hostTinies(List<Tiny> v);

	List<Triple> triples(List<Triple> v);

	List<Triple> hostTriples(List<Triple> v);

	List<Flat> flats(List<Flat> v);

	List<Flat> hostFlats(List<Flat> v);

	List<Deep> deeps(List<Deep> v);

	List<Deep> hostDeeps(List<Deep> v);

	List<Outer> outers(List<Outer> v);

	List<Outer> hostOuters(List<Outer> v);

	Tiny tiny(Tiny v);

	Tiny hostTiny(Tiny v);

	Triple triple(Triple v);

	Triple hostTriple(Triple v);

	Flat flat(Flat v);

	Flat hostFlat(Flat v);

	Deep deep(Deep v);

	Deep hostDeep(Deep v);

	Outer outer(Outer v);

	Outer hostOuter(Outer v);

	String many(boolean a, Tiny b, String c, long d, List<Tiny> e, double f, Suit g, byte[] h, double[] i, float j,
			Flat k);

}

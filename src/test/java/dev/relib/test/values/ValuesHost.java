// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.ByteBuffer;
import java.util.List;

import dev.relib.RelibImports;

/**
 * Returns its arguments.
 */
@RelibImports
interface ValuesHost {

	boolean flag(boolean v);

	byte i8(byte v);

	short i16(short v);

	int i32(int v);

	long i64(long v);

	float f32(float v);

	double f64(double v);

	Level level(Level v);

	String text(String v);

	byte[] bytes(byte[] v);

	ByteBuffer buffer(ByteBuffer v);

	short[] shorts(short[] v);

	int[] ints(int[] v);

	long[] longs(long[] v);

	float[] floats(float[] v);

	double[] doubles(double[] v);

	List<String> texts(List<String> v);

	Point point(Point v);

	List<Point> points(List<Point> v);

	Shape shape(Shape v);

	List<Shape> shapes(List<Shape> v);

	Shape compose(short angle, Part main, boolean closed, List<Part> parts, String name, List<String> tags,
			byte[] pixels, int[] widths, long[] times, float[] weights, double[] ratios, int color, Level level,
			long id, float opacity);

}

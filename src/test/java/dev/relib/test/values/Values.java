// SPDX-License-Identifier: Apache-2.0
package dev.relib.test.values;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.relib.RelibExports;

/**
 * Returns arguments, either directly or through the host.
 */
@RelibExports
interface Values {

	boolean flag(boolean v, boolean throughHost);

	byte i8(byte v, boolean throughHost);

	short i16(short v, boolean throughHost);

	int i32(int v, boolean throughHost);

	long i64(long v, boolean throughHost);

	float f32(float v, boolean throughHost);

	double f64(double v, boolean throughHost);

	Level level(Level v, boolean throughHost);

	String text(String v, boolean throughHost);

	byte[] bytes(byte[] v, boolean throughHost);

	ByteBuffer buffer(ByteBuffer v, boolean throughHost);

	short[] shorts(short[] v, boolean throughHost);

	int[] ints(int[] v, boolean throughHost);

	long[] longs(long[] v, boolean throughHost);

	float[] floats(float[] v, boolean throughHost);

	double[] doubles(double[] v, boolean throughHost);

	List<String> texts(List<String> v, boolean throughHost);

	Point point(Point v, boolean throughHost);

	List<Point> points(List<Point> v, boolean throughHost);

	Shape shape(Shape v, boolean throughHost);

	List<Shape> shapes(List<Shape> v, boolean throughHost);

	/** Takes more arguments than there are registers, of every type. */
	Shape compose(short angle, Part main, boolean closed, List<Part> parts, String name, List<String> tags,
			byte[] pixels, int[] widths, long[] times, float[] weights, double[] ratios, int color, Level level,
			long id, float opacity, boolean throughHost);

	/**
	 * Returns a shape, or fails.
	 * @param shape the shape to return
	 * @param failure the data of the exception
	 * @param fails whether to fail
	 * @return the shape
	 * @throws FailedException if {@code fails} is {@code true}
	 */
	Shape draw(Shape shape, Failure failure, boolean fails) throws FailedException;

	Level rate(Level level, Failure failure, boolean fails) throws FailedException;

	void attempt(Failure failure, boolean fails) throws FailedException;

	Optional<Shape> findShape(Shape v, boolean panics);

	Optional<List<Shape>> findShapes(List<Shape> v, boolean panics);

	Optional<String> findText(String v, boolean panics);

	Optional<Level> findLevel(Level v, boolean panics);

	OptionalInt findInt(int v, boolean panics);

	OptionalLong findLong(long v, boolean panics);

	OptionalDouble findDouble(double v, boolean panics);

}

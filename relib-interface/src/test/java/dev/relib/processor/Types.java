// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.relib.contract.ArrayType;
import dev.relib.contract.Contract;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * Lists the value types, for tests that try each of them.
 */
public final class Types {

	/** Members of an interface that declare the records, enums and exceptions. */
	public static final String DECLARATIONS = """
			enum Blend { NORMAL, MULTIPLY }
			record Point(byte x, double y) { }
			record Shape(boolean closed, byte a, short b, int c, long d, float e, double f, String name, byte[] blob,
				short[] g, int[] h, long[] i, float[] j, double[] k, Blend blend, Point center, List<Point> points,
				List<String> names) { }
			class FailedException extends Exception {
				public FailedException(Shape shape) { }
			}
			""".replace("List<", "java.util.List<");

	/** A function with the types that only exports have. */
	public static final String WIDE = """
			@dev.relib.RelibUnsigned
			java.math.BigInteger wide(java.math.BigInteger first, @dev.relib.RelibUnsigned java.math.BigInteger second);
			java.math.BigInteger shift(java.math.BigInteger number, int bits);
			""";

	private static final String LINES = """
			relib-contract 1
			enum Blend { NORMAL, MULTIPLY }
			record Point { x: i8, y: f64 }
			record Shape { closed: bool, a: i8, b: i16, c: i32, d: i64, e: f32, f: f64, name: str, blob: bytes, g: [i16], \
			h: [i32], i: [i64], j: [f32], k: [f64], blend: Blend, center: Point, points: [Point], names: [str] }
			exports Trait
			  function() -> %s
			""";

	private Types() {
	}

	/**
	 * Lists all types except {@code void}.
	 * @return the types
	 */
	public static Stream<Type> all() {
		return Stream.of(scalars(), sequences(), arrays(), declared()).flatMap((types) -> types);
	}

	/** Lists the scalars that cross in both directions. */
	public static Stream<Type> scalars() {
		return Arrays.stream(Scalar.values())
			.filter((type) -> type != Scalar.UNIT && !type.isWide())
			.map((type) -> new Type(type.text(), type.javaName().replace("@", "@dev.relib."), type));
	}

	public static Stream<Type> sequences() {
		return Arrays.stream(Sequence.values()).map((type) -> new Type(type.text(), type.javaName(), type));
	}

	public static Stream<Type> arrays() {
		return ArrayType.all().stream().map((type) -> new Type(type.element().text() + "s", type.javaName(), type));
	}

	private static Stream<Type> declared() {
		return Stream.of(declared("blend", "Blend", "Blend"), declared("point", "Point", "Point"),
				declared("shape", "Shape", "Shape"), declared("points", "java.util.List<Point>", "[Point]"),
				declared("shapes", "java.util.List<Shape>", "[Shape]"),
				declared("texts", "java.util.List<String>", "[str]"));
	}

	private static Type declared(String label, String java, String text) {
		ValueType type = Contract.parse(LINES.formatted(text)).traits().get(0).functions().get(0).returns();
		return new Type(label, java, type);
	}

	/**
	 * Declares functions of all types for an import interface.
	 * @param more more members
	 * @return members of an interface
	 */
	public static String[] imported(String... more) {
		return members(more, "%1$s %2$s_of(%1$s first, int second, %1$s third);",
				"void take_%2$s(%1$s first, int second, %1$s third);");
	}

	/**
	 * Declares functions of all types for an export interface.
	 * @param more more members
	 * @return members of an interface
	 */
	public static String[] exported(String... more) {
		return members(more, "%1$s %2$s_of(%1$s first, int second, %1$s third);",
				"void take_%2$s(%1$s first, int second, %1$s third);",
				"%1$s try_%2$s(%1$s result) throws FailedException;",
				"void try_to_take_%2$s(%1$s error) throws FailedException;");
	}

	private static String[] members(String[] more, String... methods) {
		Stream<String> ofTypes = all()
			.flatMap((type) -> Arrays.stream(methods).map((method) -> method.formatted(type.java(), type.label())));
		return Stream.of(Stream.of(DECLARATIONS, "void nothing();"), Arrays.stream(more), ofTypes)
			.flatMap((members) -> members)
			.toArray(String[]::new);
	}

	/**
	 * A value type.
	 *
	 * @param label its name inside of names of functions
	 * @param java the type in Java
	 * @param type the type in contracts
	 */
	public record Type(String label, String java, ValueType type) {

	}

}

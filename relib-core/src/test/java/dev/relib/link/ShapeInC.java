// SPDX-License-Identifier: Apache-2.0
package dev.relib.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shape with values that fill it, and functions of C that expect them.
 *
 * @param name ends the names of the functions
 * @param shape the shape
 */
record ShapeInC(String name, FunctionShape shape) {

	/** Slices are as frequent as in contracts: they are hard to place. */
	private static final List<MachineType> PARAMETERS = List.of(MachineType.BYTE, MachineType.SHORT, MachineType.INT,
			MachineType.LONG, MachineType.FLOAT, MachineType.DOUBLE, MachineType.SLICE, MachineType.SLICE,
			MachineType.SLICE);

	private static final List<MachineType> RETURNS = List.of(MachineType.VOID, MachineType.BYTE, MachineType.SHORT,
			MachineType.INT, MachineType.LONG, MachineType.FLOAT, MachineType.DOUBLE);

	/** Shapes with 0 to 14 parameters. */
	static List<ShapeInC> random(Random random, int count) {
		return IntStream.range(0, count).mapToObj((number) -> {
			List<MachineType> parameters = IntStream.range(0, random.nextInt(15))
				.mapToObj((i) -> PARAMETERS.get(random.nextInt(PARAMETERS.size())))
				.toList();
			return new ShapeInC("f" + number,
					new FunctionShape(RETURNS.get(number % RETURNS.size()), List.copyOf(parameters)));
		}).toList();
	}

	List<Object> values() {
		List<Object> values = new ArrayList<>();
		for (int i = 0; i < this.shape.parameters().size(); i++) {
			MachineType type = (MachineType) this.shape.parameters().get(i);
			values.add(value(type, i));
			if (type == MachineType.SLICE) {
				values.add((long) i);
			}
		}
		return values;
	}

	Object returned() {
		return value((MachineType) this.shape.returns(), 20);
	}

	private static Object value(MachineType type, int number) {
		return switch (type) {
			case VOID -> null;
			case BYTE -> (byte) (Byte.MIN_VALUE + number);
			case SHORT -> (short) (Short.MIN_VALUE + number);
			case INT -> Integer.MIN_VALUE + number;
			case LONG -> Long.MIN_VALUE + number;
			case SLICE -> Long.MAX_VALUE - number;
			case FLOAT -> number + 0.25f;
			case DOUBLE -> number + 0.5;
		};
	}

	private static String valueInC(MachineType type, int number) {
		return switch (type) {
			case VOID -> "";
			case BYTE -> "(BYTE) (INT8_MIN + " + number + ")";
			case SHORT -> "(SHORT) (INT16_MIN + " + number + ")";
			case INT -> "(INT32_MIN + " + number + ")";
			case LONG -> "(INT64_MIN + " + number + ")";
			case SLICE -> "((SLICE) { INT64_MAX - " + number + ", " + number + " })";
			case FLOAT -> number + ".25f";
			case DOUBLE -> number + ".5";
		};
	}

	static String source(List<ShapeInC> shapes) {
		return """
				#include "linker.h"
				static int64_t wrong;
				EXPORT int64_t take_wrong(void) { int64_t taken = wrong; wrong = 0; return taken; }
				""" + shapes.stream().map(ShapeInC::source).collect(Collectors.joining());
	}

	/**
	 * A function that notes which argument was wrong, counted from 1, and one that calls
	 * such a function and compares its return.
	 */
	private String source() {
		StringJoiner types = new StringJoiner(", ", "(", ")").setEmptyValue("(void)");
		StringJoiner parameters = new StringJoiner(", ", "(", ")").setEmptyValue("(void)");
		StringJoiner values = new StringJoiner(", ", "(", ")");
		StringBuilder checks = new StringBuilder();
		for (int i = 0; i < this.shape.parameters().size(); i++) {
			MachineType type = (MachineType) this.shape.parameters().get(i);
			types.add(type.name());
			parameters.add(type + " a" + i);
			values.add(valueInC(type, i));
			checks.append("if (!same_as_%s(a%d, %s)) wrong = %d;\n".formatted(type, i, valueInC(type, i), i + 1));
		}
		MachineType returns = (MachineType) this.shape.returns();
		String compare = (returns == MachineType.VOID) ? "function%s; return 1;"
				: "return function%s == " + valueInC(returns, 20) + ";";
		return """
				EXPORT %1$s take_%2$s%3$s
				{
				%4$sreturn %5$s;
				}
				EXPORT int64_t give_%2$s(%1$s (*function)%6$s)
				{
				%7$s
				}
				""".formatted(returns, this.name, parameters, checks, valueInC(returns, 20), types,
				compare.formatted(values));
	}

	@Override
	public String toString() {
		return this.shape.toString();
	}

}

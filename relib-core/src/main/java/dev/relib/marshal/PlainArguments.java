// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Parameter;
import java.nio.Buffer;
import java.util.Optional;

import dev.relib.RelibByValue;
import dev.relib.RelibConst;
import dev.relib.RelibInt;
import dev.relib.RelibKept;
import dev.relib.link.MachineType;

/**
 * Reads the parameters of methods of plain libraries.
 */
final class PlainArguments {

	private static final String USUAL = "a primitive, String, an array of numbers, String[], a direct buffer, a record, "
			+ "an array of records, or a functional interface; long for any other pointer";

	private PlainArguments() {
	}

	/**
	 * Reads a parameter.
	 * @param method what messages call its method
	 * @throws PlainMistake if its values can not cross
	 */
	static PlainArgument of(String method, Parameter parameter) {
		Class<?> type = PlainTypes.unwrap(parameter.getType(), parameter.getParameterizedType());
		requireAnnotations(parameter, type);
		boolean optional = parameter.getType() == Optional.class;
		boolean nullable = optional || PlainTypes.isNullable(parameter, parameter.getAnnotatedType());
		if (optional && type != String.class && !type.isRecord()) {
			throw new PlainMistake("takes " + parameter.getParameterizedType().getTypeName() + " " + parameter.getName()
					+ "; use Optional of String or of a record, or @Nullable");
		}
		PlainArgument argument = argument(method, parameter, type);
		if (!nullable) {
			return argument;
		}
		if (type.isPrimitive() || argument.type() != MachineType.LONG) {
			throw new PlainMistake("takes " + parameter + " where there is no NULL; take @Nullable or Optional out");
		}
		return new PlainPointer(argument, optional);
	}

	private static PlainArgument argument(String method, Parameter parameter, Class<?> type) {
		boolean constant = parameter.isAnnotationPresent(RelibConst.class);
		MachineType number = PlainTypes.number(type);
		if (number != null) {
			return new PlainNumber(number);
		}
		if (type == boolean.class) {
			return PlainTruth.of(parameter);
		}
		if (type == String.class) {
			return new PlainText();
		}
		if (type.isArray()) {
			return array(parameter, type, constant);
		}
		if (Buffer.class.isAssignableFrom(type)) {
			return new PlainBuffer(type, constant);
		}
		if (type.isRecord()) {
			PlainStructure structure = PlainStructures.of(type);
			return parameter.isAnnotationPresent(RelibByValue.class) ? structure.value() : structure.pointer();
		}
		if (CallbackTypes.isFunctional(type)) {
			return new PlainCallback(CallbackTypes.of(parameter.getName(), type), type,
					"argument " + parameter.getName() + " of " + method,
					parameter.isAnnotationPresent(RelibKept.class));
		}
		throw unsupported(parameter, type);
	}

	private static PlainArgument array(Parameter parameter, Class<?> type, boolean constant) {
		Class<?> element = type.getComponentType();
		if (PlainTypes.number(element) != null) {
			return new PlainArray(type, constant);
		}
		if (element == String.class) {
			return new PlainValues(type, new PlainPointer(new PlainText(), false), constant);
		}
		if (element.isRecord()) {
			return new PlainValues(type, PlainStructures.of(element), constant);
		}
		if (parameter.isVarArgs()) {
			throw new PlainMistake("takes " + element.getTypeName() + "... " + parameter.getName()
					+ "; declare a method for each combination of types, with @RelibVariadic on the first of them");
		}
		throw unsupported(parameter, type);
	}

	private static PlainMistake unsupported(Parameter parameter, Class<?> type) {
		return PlainTypes.unsupported("takes argument " + parameter.getName() + " of type", type, USUAL);
	}

	private static void requireAnnotations(Parameter parameter, Class<?> type) {
		boolean memory = type.isArray() || Buffer.class.isAssignableFrom(type);
		require(parameter, !parameter.isAnnotationPresent(RelibInt.class) || type == boolean.class, "@RelibInt",
				"boolean");
		require(parameter, !parameter.isAnnotationPresent(RelibByValue.class) || type.isRecord(), "@RelibByValue",
				"record");
		require(parameter, !parameter.isAnnotationPresent(RelibConst.class) || memory, "@RelibConst",
				"array or buffer");
		require(parameter, !parameter.isAnnotationPresent(RelibKept.class) || CallbackTypes.isFunctional(type),
				"@RelibKept", "functional interface");
	}

	private static void require(Parameter parameter, boolean fits, String annotation, String type) {
		if (!fits) {
			throw new PlainMistake(
					"has " + annotation + " on " + parameter.getName() + ", which is no " + type + "; take it out");
		}
	}

	/** As C passes an argument for {@code ...}. */
	static PlainArgument promoted(PlainArgument argument) {
		if (argument instanceof PlainNumber number) {
			return number.promoted();
		}
		return (argument instanceof PlainTruth) ? new PlainTruth(MachineType.INT) : argument;
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * What Java types are in C.
 */
final class PlainTypes {

	/** Numbers; a {@code char} is none that C has. */
	private static final Map<Class<?>, MachineType> NUMBERS = Map.of(byte.class, MachineType.BYTE, short.class,
			MachineType.SHORT, int.class, MachineType.INT, long.class, MachineType.LONG, float.class, MachineType.FLOAT,
			double.class, MachineType.DOUBLE);

	private static final Map<Class<?>, String> INSTEAD = Map.of(char.class, "short, or int", char[].class,
			"String, or short[]", boolean[].class, "byte[]", Boolean.class, "boolean", Integer.class, "int", Long.class,
			"long", Double.class, "double", Character.class, "int");

	private PlainTypes() {
	}

	static @Nullable MachineType number(Class<?> type) {
		return NUMBERS.get(type);
	}

	/** What is in an optional; the type itself if it is none. */
	static Class<?> unwrap(Class<?> type, Type generic) {
		if (type != Optional.class) {
			return type;
		}
		if (generic instanceof ParameterizedType given && given.getActualTypeArguments()[0] instanceof Class<?> inner) {
			return inner;
		}
		throw new PlainMistake("uses " + generic.getTypeName() + "; use Optional of String or of a record");
	}

	/** Whether one of the elements has an annotation of the name {@code Nullable}. */
	static boolean isNullable(AnnotatedElement... elements) {
		return Arrays.stream(elements)
			.flatMap((element) -> Arrays.stream(element.getAnnotations()))
			.anyMatch((annotation) -> annotation.annotationType().getSimpleName().equals("Nullable"));
	}

	static PlainMistake unsupported(String use, Class<?> type, String usual) {
		String instead = INSTEAD.get(type);
		return new PlainMistake(use + " " + type.getTypeName() + ", which a plain library does not know; use "
				+ ((instead != null) ? instead : usual));
	}

}

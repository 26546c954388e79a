// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Method;
import java.util.Optional;

import dev.relib.RelibByValue;
import dev.relib.RelibInt;
import dev.relib.link.MachineType;

/**
 * Reads what methods of plain libraries return. NULL is read as {@code null}, which a
 * facade makes an empty optional where the method returns one.
 */
final class PlainReturns {

	private PlainReturns() {
	}

	/**
	 * Reads a return.
	 * @throws PlainMistake if its values can not cross
	 */
	static PlainReturn of(Method method) {
		Class<?> type = PlainTypes.unwrap(method.getReturnType(), method.getGenericReturnType());
		boolean nullable = method.getReturnType() == Optional.class
				|| PlainTypes.isNullable(method, method.getAnnotatedReturnType());
		requireAnnotations(method, type);
		if (type == void.class) {
			return new PlainReturn(MachineType.VOID, (value) -> value);
		}
		MachineType number = PlainTypes.number(type);
		if (number != null) {
			return new PlainReturn(number, (value) -> value);
		}
		if (type == boolean.class) {
			return new PlainReturn(PlainTruth.of(method).type(), PlainTruth::isTrue);
		}
		if (type == String.class) {
			return pointer(nullable, TerminatedText::read);
		}
		if (type.isRecord()) {
			PlainStructure structure = PlainStructures.of(type);
			if (!method.isAnnotationPresent(RelibByValue.class)) {
				return pointer(nullable, structure::readAt);
			}
			if (nullable) {
				throw new PlainMistake(
						"returns a structure by value, which is never NULL; return " + type.getSimpleName());
			}
			return new PlainReturn(structure.type(), (address) -> structure.readAt((Long) address));
		}
		throw new PlainMistake("returns " + method.getGenericReturnType().getTypeName()
				+ ", whose length a plain library does not tell; return a primitive, String or a record, "
				+ "or have it write into an argument");
	}

	static PlainReturn pointer(boolean nullable, Pointer reader) {
		return new PlainReturn(MachineType.LONG,
				(address) -> (nullable && (Long) address == 0) ? null : reader.read((Long) address));
	}

	private static void requireAnnotations(Method method, Class<?> type) {
		if (method.isAnnotationPresent(RelibInt.class) && type != boolean.class) {
			throw new PlainMistake("has @RelibInt and returns no boolean; take it out");
		}
		if (method.isAnnotationPresent(RelibByValue.class) && !type.isRecord()) {
			throw new PlainMistake("has @RelibByValue and returns no record; take it out");
		}
	}

	/**
	 * Reads what is behind a pointer.
	 */
	@FunctionalInterface
	interface Pointer {

		Object read(long address);

	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.relib.RelibInt;
import dev.relib.RelibLength;
import dev.relib.link.MachineType;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as structures of C.
 */
final class PlainStructures {

	private static final String USUAL = "a primitive, String, a record, or an array with @RelibLength; long for any other "
			+ "pointer";

	/** The records that are being read. */
	private final Deque<Class<?>> open = new ArrayDeque<>();

	private PlainStructures() {
	}

	/**
	 * Reads a record.
	 * @throws PlainMistake if a component has no equivalent in C
	 */
	static PlainStructure of(Class<?> type) {
		return new PlainStructures().read(type);
	}

	private PlainStructure read(Class<?> type) {
		if (type.getTypeParameters().length > 0 || type.getRecordComponents().length == 0) {
			throw new PlainMistake("uses " + type.getTypeName()
					+ ", a record with type parameters or without components; use one that is a structure of C");
		}
		if (this.open.contains(type)) {
			throw new PlainMistake(
					"uses " + type.getTypeName() + ", which contains itself; use long for a pointer to another");
		}
		this.open.push(type);
		List<PlainMember> members = Arrays.stream(type.getRecordComponents()).map(this::member).toList();
		this.open.pop();
		return new PlainStructure(new JavaRecord(type),
				Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList(), members);
	}

	private PlainMember member(RecordComponent component) {
		Class<?> type = PlainTypes.unwrap(component.getType(), component.getGenericType());
		boolean optional = component.getType() == Optional.class;
		boolean nullable = optional || PlainTypes.isNullable(component, component.getAnnotatedType());
		RelibLength length = component.getAnnotation(RelibLength.class);
		requireAnnotations(component, type, length);
		MachineType number = PlainTypes.number(type);
		if (nullable && (type != String.class || length != null)) {
			throw new PlainMistake(in(component) + " is no pointer that may be NULL; take @Nullable or Optional out");
		}
		if (number != null) {
			return new PlainNumber(number);
		}
		if (type == boolean.class) {
			return PlainTruth.of(component);
		}
		if (type == String.class) {
			return text(length, nullable, optional);
		}
		if (type.isRecord()) {
			return read(type);
		}
		if (type.isArray() && length != null) {
			return new PlainMembers(type, element(component, type.getComponentType()), length.value());
		}
		if (type.isArray()) {
			throw new PlainMistake(in(component) + " is " + type.getTypeName()
					+ " without a length; annotate it with @RelibLength, or use long for a pointer");
		}
		throw PlainTypes.unsupported(in(component) + " is", type, USUAL);
	}

	private static PlainMember text(@Nullable RelibLength length, boolean nullable, boolean optional) {
		if (length != null) {
			return new PlainCharacters(length.value());
		}
		return nullable ? new PlainPointer(new PlainText(), optional) : new PlainText();
	}

	private PlainMember element(RecordComponent component, Class<?> type) {
		MachineType number = PlainTypes.number(type);
		if (number != null) {
			return new PlainNumber(number);
		}
		if (type.isRecord()) {
			return read(type);
		}
		throw PlainTypes.unsupported(in(component) + " has elements of type", type, "numbers or records");
	}

	private static void requireAnnotations(RecordComponent component, Class<?> type, @Nullable RelibLength length) {
		if (component.isAnnotationPresent(RelibInt.class) && type != boolean.class) {
			throw new PlainMistake(in(component) + " has @RelibInt, which is for a boolean; take it out");
		}
		if (length != null && !type.isArray() && type != String.class) {
			throw new PlainMistake(in(component) + " has @RelibLength, which is for arrays and String; take it out");
		}
		if (length != null && length.value() < 1) {
			throw new PlainMistake(in(component) + " has @RelibLength(" + length.value() + "); it is at least 1");
		}
	}

	private static String in(RecordComponent component) {
		return "uses " + component.getDeclaringRecord().getTypeName() + ", whose component " + component.getName();
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A record class: its accessors and its canonical constructor, whatever their access.
 */
final class JavaRecord {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private final Class<?> type;

	private final RecordComponent[] components;

	private final MethodHandle[] accessors;

	private final MethodHandle constructor;

	JavaRecord(Class<?> type) {
		this.type = type;
		this.components = type.getRecordComponents();
		this.accessors = Arrays.stream(this.components).map(JavaRecord::accessor).toArray(MethodHandle[]::new);
		this.constructor = constructor(type, this.components);
	}

	private static MethodHandle accessor(RecordComponent component) {
		try {
			return LOOKUP.unreflect(accessible(component.getAccessor()))
				.asType(MethodType.methodType(Object.class, Object.class));
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
		try {
			Constructor<?> canonical = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			return LOOKUP.unreflectConstructor(accessible(canonical))
				.asSpreader(Object[].class, components.length)
				.asType(MethodType.methodType(Object.class, Object[].class));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static <T extends AccessibleObject> T accessible(T member) {
		member.setAccessible(true);
		return member;
	}

	Class<?> type() {
		return this.type;
	}

	/** The type of a component. */
	Type type(int component) {
		return this.components[component].getGenericType();
	}

	@Nullable Object component(Object value, int component) {
		try {
			return this.accessors[component].invokeExact(value);
		}
		catch (Throwable ex) {
			throw refusal(ex, "can not be read");
		}
	}

	Object create(Object[] values) {
		try {
			return this.constructor.invokeExact(values);
		}
		catch (Throwable ex) {
			throw refusal(ex, "is refused by the record " + this.type.getName());
		}
	}

	private static MarshallingException refusal(Throwable thrown, String problem) {
		if (thrown instanceof Error error) {
			throw error;
		}
		return new MarshallingException(problem + ": " + thrown, thrown);
	}

}

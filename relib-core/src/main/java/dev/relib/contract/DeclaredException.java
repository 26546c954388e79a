package dev.relib.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The checked exception that a method declares, which is made of the record that an
 * export gives its caller.
 *
 * @param constructor its public constructor that takes a record alone
 */
public record DeclaredException(Constructor<?> constructor) {

	/**
	 * The exception of a method.
	 * @param method a method of an export interface
	 * @return the exception, or empty if it declares none that is checked
	 * @throws UnsupportedTypeException if it can not be made of a record, or there are
	 * several
	 */
	static Optional<DeclaredException> of(Method method) {
		List<Class<?>> checked = checked(method);
		if (checked.size() > 1) {
			throw new UnsupportedTypeException(checked.size()
					+ " checked exceptions, but an export may declare one; use one with a kind in its record");
		}
		return checked.stream().findFirst().map(DeclaredException::of);
	}

	/**
	 * The checked exceptions that a method declares.
	 */
	static List<Class<?>> checked(Method method) {
		return Arrays.stream(method.getExceptionTypes())
			.filter((type) -> !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type))
			.<Class<?>>map((type) -> type)
			.toList();
	}

	private static DeclaredException of(Class<?> type) {
		List<Constructor<?>> constructors = Arrays.stream(type.getDeclaredConstructors())
			.filter((constructor) -> Modifier.isPublic(constructor.getModifiers()))
			.filter((constructor) -> constructor.getParameterCount() == 1
					&& constructor.getParameterTypes()[0].isRecord())
			.toList();
		if (constructors.size() != 1 || Modifier.isAbstract(type.getModifiers())) {
			throw new UnsupportedTypeException("the checked exception " + type.getCanonicalName()
					+ ", which can not cross to native code; use an exception with exactly one public constructor "
					+ "that takes a record alone");
		}
		constructors.get(0).setAccessible(true);
		return new DeclaredException(constructors.get(0));
	}

	/**
	 * The record that it is made of.
	 * @return the record's class
	 */
	public Class<?> recordType() {
		return this.constructor.getParameterTypes()[0];
	}

	JavaType record() {
		return new ReflectedType(this.constructor.getAnnotatedParameterTypes()[0], this.constructor.getParameters()[0]);
	}

}

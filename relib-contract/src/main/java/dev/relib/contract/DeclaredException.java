package dev.relib.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * The checked exception that a method declares, which is made of the record that an
 * export gives its caller.
 *
 * @param constructor its public constructor that takes a record alone
 */
public record DeclaredException(Constructor<?> constructor) {

	/**
	 * The exception of a method.
	 * @param method a method that was read as a function with a declared error
	 * @return the exception
	 */
	static DeclaredException of(Method method) {
		Constructor<?> constructor = ReflectedException.of(method).get(0).constructors().get(0);
		constructor.setAccessible(true);
		return new DeclaredException(constructor);
	}

	/**
	 * The record that it is made of.
	 * @return the record's class
	 */
	public Class<?> recordType() {
		return this.constructor.getParameterTypes()[0];
	}

}

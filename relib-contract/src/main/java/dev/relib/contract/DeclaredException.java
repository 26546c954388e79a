// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * The checked exception that the method of an export declares. The host creates it from
 * the record with which the export fails.
 *
 * @param constructor its public constructor, which takes the record
 */
public record DeclaredException(Constructor<?> constructor) {

	/**
	 * Finds the exception of a method.
	 * @param method a method that was read as a function with a declared error
	 * @return the exception
	 */
	static DeclaredException of(Method method) {
		Constructor<?> constructor = ReflectedException.of(method).get(0).constructors().get(0);
		constructor.setAccessible(true);
		return new DeclaredException(constructor);
	}

	/**
	 * Returns the type of the record from which the exception is created.
	 * @return the class of the record
	 */
	public Class<?> recordType() {
		return this.constructor.getParameterTypes()[0];
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * A checked exception that a loaded method declares.
 *
 * @param type the class of the exception
 */
record ReflectedException(Class<?> type) implements JavaException {

	static List<ReflectedException> of(Method method) {
		return Arrays.stream(method.getExceptionTypes())
			.filter((type) -> !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type))
			.map(ReflectedException::new)
			.toList();
	}

	@Override
	public String name() {
		return this.type.getCanonicalName();
	}

	@Override
	public boolean isAbstract() {
		return Modifier.isAbstract(this.type.getModifiers());
	}

	@Override
	public List<JavaType> records() {
		return constructors().stream()
			.<JavaType>map((constructor) -> new ReflectedType(constructor.getAnnotatedParameterTypes()[0],
					constructor.getParameters()[0]))
			.toList();
	}

	/**
	 * Lists the public constructors whose only parameter is a record.
	 */
	List<Constructor<?>> constructors() {
		return Arrays.stream(this.type.getDeclaredConstructors())
			.filter((constructor) -> Modifier.isPublic(constructor.getModifiers()))
			.filter((constructor) -> constructor.getParameterCount() == 1
					&& constructor.getParameterTypes()[0].isRecord())
			.toList();
	}

}

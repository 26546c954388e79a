package dev.relib.contract;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * A checked exception of a loaded method.
 *
 * @param type its class
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
	 * The public constructors that take a record alone.
	 */
	List<Constructor<?>> constructors() {
		return Arrays.stream(this.type.getDeclaredConstructors())
			.filter((constructor) -> Modifier.isPublic(constructor.getModifiers()))
			.filter((constructor) -> constructor.getParameterCount() == 1
					&& constructor.getParameterTypes()[0].isRecord())
			.toList();
	}

}

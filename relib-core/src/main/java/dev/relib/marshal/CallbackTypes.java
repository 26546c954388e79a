// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.relib.link.FunctionShape;
import dev.relib.link.MachineType;
import dev.relib.link.PassedType;
import org.jspecify.annotations.Nullable;

/**
 * Reads functional interfaces as functions that native code calls.
 */
final class CallbackTypes {

	private CallbackTypes() {
	}

	/** Whether a type is an interface with one method to implement. */
	static boolean isFunctional(Class<?> type) {
		return type.isInterface() && methods(type).size() == 1;
	}

	private static List<Method> methods(Class<?> type) {
		return Arrays.stream(type.getMethods())
			.filter((method) -> Modifier.isAbstract(method.getModifiers()) && !isOfObject(method))
			.toList();
	}

	private static boolean isOfObject(Method method) {
		try {
			return Modifier
				.isPublic(Object.class.getMethod(method.getName(), method.getParameterTypes()).getModifiers());
		}
		catch (NoSuchMethodException ex) {
			return false;
		}
	}

	/**
	 * Reads an interface.
	 * @param parameter the parameter that has the type
	 * @throws PlainMistake if a value of its method can not cross
	 */
	static CallbackType of(String parameter, Class<?> type) {
		if (type.getTypeParameters().length > 0) {
			throw new PlainMistake("takes the callback " + parameter + " of the generic type " + type.getTypeName()
					+ "; declare an interface without type parameters");
		}
		Method method = methods(type).get(0);
		method.setAccessible(true);
		String callback = "takes the callback " + parameter + ", whose method " + type.getSimpleName() + "."
				+ method.getName();
		List<PlainReturn> parameters = Arrays.stream(method.getParameters())
			.map((each) -> parameter(callback, each))
			.toList();
		List<PassedType> types = parameters.stream().map(PlainReturn::type).toList();
		return new CallbackType(method, new FunctionShape(returned(callback, method), types),
				parameters.stream().<Function<Object, @Nullable Object>>map(PlainReturn::reader).toList(),
				returns(method));
	}

	private static PlainReturn parameter(String callback, Parameter parameter) {
		Class<?> type = PlainTypes.unwrap(parameter.getType(), parameter.getParameterizedType());
		boolean optional = parameter.getType() == Optional.class;
		boolean nullable = optional || PlainTypes.isNullable(parameter, parameter.getAnnotatedType());
		MachineType number = PlainTypes.number(type);
		if (number != null) {
			return new PlainReturn(number, (value) -> value);
		}
		if (type == boolean.class) {
			return new PlainReturn(PlainTruth.of(parameter).type(), PlainTruth::isTrue);
		}
		if (type == String.class) {
			return pointer(nullable, optional, TerminatedText::read);
		}
		if (type.isRecord()) {
			return pointer(nullable, optional, PlainStructures.of(type)::readAt);
		}
		throw PlainTypes.unsupported(callback + " takes", type,
				"a primitive, String, or a record for a pointer to a structure; long for any other pointer");
	}

	private static PlainReturn pointer(boolean nullable, boolean optional, PlainReturns.Pointer reader) {
		PlainReturn pointer = PlainReturns.pointer(nullable, reader);
		return optional ? new PlainReturn(pointer.type(), (value) -> Optional.ofNullable(pointer.read(value)))
				: pointer;
	}

	private static PassedType returned(String callback, Method method) {
		Class<?> type = method.getReturnType();
		MachineType number = PlainTypes.number(type);
		if (type == void.class) {
			return MachineType.VOID;
		}
		if (type == boolean.class) {
			return PlainTruth.of(method).type();
		}
		if (number == null) {
			throw PlainTypes.unsupported(callback + " returns", type, "a primitive or void; long for a pointer");
		}
		return number;
	}

	private static Function<@Nullable Object, Object> returns(Method method) {
		if (method.getReturnType() != boolean.class) {
			return (value) -> ValueCodec.require(Object.class, value);
		}
		return PlainTruth.of(method)::machineValue;
	}

}

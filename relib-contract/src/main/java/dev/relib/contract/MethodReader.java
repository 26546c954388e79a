// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.relib.RelibCritical;
import dev.relib.RelibName;
import dev.relib.failure.InvalidContractException;

/**
 * Reads the methods of a loaded interface as functions.
 */
final class MethodReader {

	private final Class<?> type;

	private final Direction direction;

	private final ValueTypeReader types = new ValueTypeReader();

	MethodReader(Class<?> type, Direction direction) {
		this.type = type;
		this.direction = direction;
	}

	/**
	 * Reads a method.
	 * @throws InvalidContractException if its native name is not an identifier, or if one
	 * of its types has no equivalent in contracts
	 */
	FunctionSignature read(Method method) {
		String use = "uses ";
		try {
			PlainAnnotations.requireNone(Stream.concat(Stream.of(method), Arrays.stream(method.getParameters()))
				.flatMap(MethodReader::names));
			List<Parameter> parameters = Arrays.stream(method.getParameters())
				.map((parameter) -> new Parameter(SnakeCase.of(parameter.getName()),
						this.types.parameter(new ReflectedType(parameter.getAnnotatedType(), parameter),
								this.direction)))
				.toList();
			ValueType returns = this.types.returns(new ReflectedType(method.getAnnotatedReturnType(), method),
					this.direction);
			use = "declares ";
			FunctionSignature function = new FunctionSignature(this.type.getSimpleName(), functionName(method),
					parameters, returns, this.types.error(ReflectedException.of(method), this.direction));
			use = "uses ";
			if (method.isAnnotationPresent(RelibCritical.class)) {
				CriticalFunctions.require(function, this.direction);
			}
			return function;
		}
		catch (UnsupportedTypeException ex) {
			throw new InvalidContractException(name(method), use + ex.problem());
		}
	}

	private static Stream<String> names(AnnotatedElement element) {
		return Arrays.stream(element.getAnnotations()).map((annotation) -> annotation.annotationType().getName());
	}

	/**
	 * Reads the symbol that a method of a plain library calls.
	 * @throws InvalidContractException if no symbol can have the name
	 */
	static FunctionSignature plain(Class<?> type, Method method) {
		String symbol = nativeName(method);
		if (symbol.isBlank() || symbol.indexOf('\0') >= 0) {
			throw new InvalidContractException(type.getName() + "." + method.getName(),
					"has the @RelibName \"" + symbol + "\", which no symbol can have; use the symbol's name");
		}
		try {
			CriticalFunctions.requireNone(method.isAnnotationPresent(RelibCritical.class));
		}
		catch (UnsupportedTypeException ex) {
			throw new InvalidContractException(type.getName() + "." + method.getName(), "uses " + ex.problem());
		}
		return new FunctionSignature(type.getSimpleName(), symbol, List.of(), Scalar.UNIT);
	}

	private String functionName(Method method) {
		String name = nativeName(method);
		if (method.isAnnotationPresent(RelibName.class) && !NativeName.isIdentifier(name)) {
			throw new InvalidContractException(name(method), "has the @RelibName \"" + name
					+ "\", which is not a C identifier; use letters, digits and underscores");
		}
		return name;
	}

	/**
	 * Returns the name of a method in native code.
	 */
	static String nativeName(Method method) {
		return NativeName.of(method.getName(), method.getAnnotation(RelibName.class));
	}

	private String name(Method method) {
		return this.type.getName() + "." + method.getName();
	}

	InvalidContractException sameName(Method method) {
		return new InvalidContractException(name(method),
				"has the same native name, " + nativeName(method) + ", as another method of the interface; rename one");
	}

}

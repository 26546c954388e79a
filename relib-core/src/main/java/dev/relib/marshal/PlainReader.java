// SPDX-License-Identifier: Apache-2.0
package dev.relib.marshal;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import dev.relib.RelibErrno;
import dev.relib.RelibVariadic;
import dev.relib.contract.SnakeCase;
import dev.relib.failure.InvalidContractException;
import dev.relib.link.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a method as a function of a plain library. Every mistake is an exception that
 * names the method and the fix.
 */
final class PlainReader {

	private final Method method;

	private final String name;

	PlainReader(Method method) {
		this.method = method;
		this.name = method.getDeclaringClass().getName() + "." + method.getName();
	}

	/**
	 * Reads the method.
	 * @throws InvalidContractException if a value of it can not cross
	 */
	PlainFunction read() {
		try {
			List<PlainArgument> arguments = arguments();
			List<String> names = Arrays.stream(this.method.getParameters())
				.map((parameter) -> SnakeCase.of(parameter.getName()))
				.toList();
			PlainReturn returns = PlainReturns.of(this.method);
			requireExceptions();
			RelibErrno errno = this.method.getAnnotation(RelibErrno.class);
			if (errno == null) {
				return new PlainFunction(arguments, names, returns, null, false);
			}
			requireNoStructures(arguments, returns);
			return new PlainFunction(arguments, names, returns, failure(errno.value()),
					errno.value() == RelibErrno.Failure.ERRNO);
		}
		catch (PlainMistake ex) {
			throw new InvalidContractException(this.name, ex.problem());
		}
	}

	private List<PlainArgument> arguments() {
		List<PlainArgument> arguments = new ArrayList<>();
		boolean variadic = false;
		for (Parameter parameter : this.method.getParameters()) {
			if (parameter.isAnnotationPresent(RelibVariadic.class)) {
				if (variadic || arguments.isEmpty()) {
					throw new PlainMistake("has @RelibVariadic on " + parameter.getName()
							+ "; put it on the first of the arguments that are ... in C, behind a named one");
				}
				variadic = true;
			}
			PlainArgument argument = PlainArguments.of(this.name, parameter);
			arguments.add(variadic ? PlainArguments.promoted(argument) : argument);
		}
		return arguments;
	}

	/** What a callback throws leaves the method. Nothing else does. */
	private void requireExceptions() {
		boolean checked = Arrays.stream(this.method.getExceptionTypes())
			.anyMatch((type) -> !RuntimeException.class.isAssignableFrom(type) && !Error.class.isAssignableFrom(type));
		if (checked && !hasCallbacks()) {
			throw new PlainMistake("declares an error, which a plain library can not return; remove its throws clause");
		}
	}

	private boolean hasCallbacks() {
		return Arrays.stream(this.method.getDeclaringClass().getMethods())
			.flatMap((each) -> Arrays.stream(each.getParameterTypes()))
			.anyMatch(CallbackTypes::isFunctional);
	}

	private static void requireNoStructures(List<PlainArgument> arguments, PlainReturn returns) {
		if (returns.type() instanceof StructType
				|| arguments.stream().anyMatch((argument) -> argument.type() instanceof StructType)) {
			throw new PlainMistake(
					"has @RelibErrno and a structure by value, whose call keeps no errno; take one of them out");
		}
	}

	private Predicate<@Nullable Object> failure(RelibErrno.Failure failure) {
		Class<?> type = this.method.getReturnType();
		boolean number = type.isPrimitive() && type != void.class && type != boolean.class;
		if (failure == RelibErrno.Failure.ERRNO) {
			return (returned) -> false;
		}
		if (type == void.class || (type == boolean.class && failure == RelibErrno.Failure.NEGATIVE)) {
			throw new PlainMistake("has @RelibErrno and returns " + type
					+ ", which is never below 0; say how the function fails: @RelibErrno(Failure.ERRNO), for example");
		}
		return switch (failure) {
			case NEGATIVE -> number ? (returned) -> number(returned) < 0 : (returned) -> number(returned) == 0;
			case ZERO -> (returned) -> number(returned) == 0;
			default -> (returned) -> number(returned) != 0;
		};
	}

	private static double number(@Nullable Object returned) {
		return (returned instanceof Number number) ? number.doubleValue() : 0;
	}

}

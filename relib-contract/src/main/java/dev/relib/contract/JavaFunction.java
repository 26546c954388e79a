// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

import dev.relib.RelibCritical;
import dev.relib.failure.InvalidContractException;

/**
 * A function with its Java types. They hold the details that concern the host alone: the
 * class of a record, and whether bytes are an array or a buffer.
 *
 * @param signature the signature on which both sides agree
 * @param parameters the Java types of its parameters, in order
 * @param returns the Java type of its return, without an optional around it
 * @param exception the exception for its declared error, empty if it declares none
 * @param method the method, empty for a function that the host itself calls
 */
public record JavaFunction(FunctionSignature signature, List<Type> parameters, Type returns,
		Optional<DeclaredException> exception, Optional<Method> method) {

	public JavaFunction {
		parameters = List.copyOf(parameters);
	}

	/**
	 * Tells whether calls are {@link RelibCritical}.
	 * @return {@code true} if its method says so
	 */
	public boolean isCritical() {
		return this.method.filter((known) -> known.isAnnotationPresent(RelibCritical.class)).isPresent();
	}

	/**
	 * Creates the function of a method.
	 * @param method the method
	 * @param signature the signature that was read from the method
	 * @return the function
	 */
	public static JavaFunction of(Method method, FunctionSignature signature) {
		Optional<DeclaredException> exception = signature.error().map((error) -> DeclaredException.of(method));
		return new JavaFunction(signature, List.of(method.getGenericParameterTypes()),
				OptionalReturn.of(method.getReturnType()).unwrap(method.getGenericReturnType()), exception,
				Optional.of(method));
	}

	/**
	 * Creates the function of a method of a plain library, whose types only the method
	 * has.
	 * @param method the method
	 * @param signature its name
	 * @return the function
	 */
	public static JavaFunction ofPlain(Method method, FunctionSignature signature) {
		return new JavaFunction(signature, List.of(), void.class, Optional.empty(), Optional.of(method));
	}

	/**
	 * Creates a function without parameters and result.
	 * @param signature a signature that has neither
	 * @return the function
	 */
	public static JavaFunction withoutValues(FunctionSignature signature) {
		return new JavaFunction(signature, List.of(), void.class, Optional.empty(), Optional.empty());
	}

	/**
	 * Creates a function without parameters.
	 * @param trait the trait's name
	 * @param name the function's name in snake case
	 * @param type the Java type of its return
	 * @return the function
	 * @throws InvalidContractException if the type can not be returned
	 */
	public static JavaFunction returning(String trait, String name, Class<?> type) {
		try {
			ValueType returns = new ValueTypeReader().returns(ReflectedType.of(type), Direction.EXPORTS);
			return new JavaFunction(new FunctionSignature(trait, name, List.of(), returns), List.of(), type,
					Optional.empty(), Optional.empty());
		}
		catch (UnsupportedTypeException ex) {
			throw new InvalidContractException(trait + "." + name, "uses " + ex.problem());
		}
	}

}

package dev.relib.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * A function with the Java types behind its values. What is not part of the agreement is
 * here: which class a record is, and whether bytes are an array or a buffer.
 *
 * @param signature what both sides agree on
 * @param parameters the Java types of its parameters, in order
 * @param returns the Java type of its return, without an optional around it
 * @param exception the exception that is made of its declared error
 */
public record JavaFunction(FunctionSignature signature, List<Type> parameters, Type returns,
		Optional<DeclaredException> exception) {

	public JavaFunction {
		parameters = List.copyOf(parameters);
	}

	/**
	 * A function as a method shows it.
	 * @param method the method
	 * @param signature the function that was read from it
	 * @return the function
	 */
	public static JavaFunction of(Method method, FunctionSignature signature) {
		Optional<DeclaredException> exception = signature.error().map((error) -> DeclaredException.of(method));
		return new JavaFunction(signature, List.of(method.getGenericParameterTypes()),
				OptionalReturn.of(method.getReturnType()).unwrap(method.getGenericReturnType()), exception);
	}

	/**
	 * A function without values.
	 * @param signature a function that takes and returns nothing
	 * @return the function
	 */
	public static JavaFunction ofNothing(FunctionSignature signature) {
		return new JavaFunction(signature, List.of(), void.class, Optional.empty());
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;

import dev.relib.contract.FunctionSignature;

/**
 * The method behind a function, for code that implements or calls it.
 *
 * @param function the function
 * @param name the name of the method
 * @param names the names of its parameters
 * @param parameters their types
 * @param returnType the return type as sources name it
 * @param returned the type of the return, without an optional around it
 * @param variable whether the last parameter is declared with dots
 * @param critical whether calls may stay in Java's state
 */
public record JavaMethod(FunctionSignature function, String name, List<String> names, List<JavaValue> parameters,
		String returnType, JavaValue returned, boolean variable, boolean critical) {

	public JavaMethod {
		names = List.copyOf(names);
		parameters = List.copyOf(parameters);
	}

	/**
	 * Tells whether the method returns an optional.
	 * @return {@code true} if the return is inside of one
	 */
	public boolean isOptional() {
		return !this.returnType.equals(this.returned.java());
	}

}

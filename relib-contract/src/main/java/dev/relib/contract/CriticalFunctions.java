// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import dev.relib.RelibCritical;

/**
 * Which functions may be {@link RelibCritical}: those that neither allocate nor call.
 */
public final class CriticalFunctions {

	private static final String TAKE_OUT = "; take the annotation out";

	private CriticalFunctions() {
	}

	/**
	 * Checks a function that is annotated.
	 * @param function the function
	 * @param direction which side implements it
	 * @throws UnsupportedTypeException if it can not be called so
	 */
	public static void require(FunctionSignature function, Direction direction) {
		if (direction == Direction.IMPORTS) {
			throw problem("is for exports");
		}
		function.parameters()
			.stream()
			.filter((parameter) -> !isNumber(parameter.type()) && !isArray(parameter.type()))
			.findFirst()
			.ifPresent((parameter) -> {
				throw problem("can not take " + parameter + ": use numbers, boolean, enums or arrays of numbers, or");
			});
		if (!isNumber(function.returns())) {
			throw problem("can not return " + function.returns().text()
					+ ", which the module would have to allocate: return a number, boolean, an enum or nothing, or");
		}
		if (function.error().isPresent()) {
			throw problem("can not declare an exception");
		}
	}

	/** The clause says what to do if it ends with "or". */
	private static UnsupportedTypeException problem(String clause) {
		return new UnsupportedTypeException(
				"@RelibCritical, which " + clause + (clause.endsWith(" or") ? TAKE_OUT.substring(1) : TAKE_OUT));
	}

	/**
	 * Checks a function of a plain library, which may not be annotated.
	 * @param annotated whether it is
	 * @throws UnsupportedTypeException if it is
	 */
	static void requireNone(boolean annotated) {
		if (annotated) {
			throw problem("plain libraries do not have, as nothing tells what their functions call");
		}
	}

	private static boolean isNumber(ValueType type) {
		return type instanceof EnumType || (type instanceof Scalar scalar && !scalar.isWide());
	}

	private static boolean isArray(ValueType type) {
		return type instanceof ArrayType || type == Sequence.BYTES;
	}

}

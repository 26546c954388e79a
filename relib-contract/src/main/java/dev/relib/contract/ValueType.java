// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;
import java.util.Optional;

/**
 * A type of values that can be passed between Java and native code.
 */
public sealed interface ValueType permits Scalar, Sequence, ArrayType, ListType, NamedType {

	/**
	 * Returns the name of the type in the canonical text.
	 * @return for example {@code i32}, {@code bytes} or {@code [Point]}
	 */
	String text();

	/**
	 * Lists the records and enums that a canonical text has to define before it can use
	 * this type.
	 * @return each type once, after the types that it uses; this type comes last if it is
	 * one of them
	 */
	default List<NamedType> namedTypes() {
		return List.of();
	}

	/**
	 * Finds the built-in type that a Java type without type arguments maps to.
	 * @param javaName the canonical name of the Java type, for example {@code int},
	 * {@code java.lang.String} or {@code byte[]}
	 * @return the type, or empty if there is none
	 */
	static Optional<ValueType> ofJava(String javaName) {
		return BuiltInTypes.find((type) -> BuiltInTypes.javaName(type).equals(javaName));
	}

}

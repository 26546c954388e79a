package dev.relib.contract;

import java.util.List;
import java.util.Optional;

/**
 * A type that crosses the border between Java and native code.
 */
public sealed interface ValueType permits Scalar, Sequence, ArrayType, ListType, NamedType {

	/**
	 * The type's word in the canonical text of a contract.
	 * @return for example {@code i32}, {@code bytes} or {@code [Point]}
	 */
	String text();

	/**
	 * The types with a line of their own that a text needs in order to use this one.
	 * @return each once, dependencies before their users, this one last if it is one
	 */
	default List<NamedType> named() {
		return List.of();
	}

	/**
	 * The type without a line of its own that a Java type without arguments maps to.
	 * @param javaName the canonical name of the Java type, for example {@code int},
	 * {@code java.lang.String} or {@code byte[]}
	 * @return the type, or empty if the Java type is none of these
	 */
	static Optional<ValueType> ofJava(String javaName) {
		return WordTypes.find((type) -> WordTypes.javaName(type).equals(javaName));
	}

}

package dev.relib.contract;

import java.util.Optional;

/**
 * A type that crosses the border between Java and native code.
 */
public sealed interface ValueType permits Scalar, Sequence {

	/**
	 * The type's word in the canonical text of a contract.
	 * @return for example {@code i32} or {@code bytes}
	 */
	String text();

	/**
	 * The type that a Java type maps to.
	 * @param javaName the canonical name of the Java type, for example {@code int},
	 * {@code java.lang.String} or {@code byte[]}
	 * @return the type, or empty if no value of the Java type can cross
	 */
	static Optional<ValueType> ofJava(String javaName) {
		for (Scalar scalar : Scalar.values()) {
			if (scalar.javaName().equals(javaName)) {
				return Optional.of(scalar);
			}
		}
		for (Sequence sequence : Sequence.values()) {
			if (sequence.javaName().equals(javaName)) {
				return Optional.of(sequence);
			}
		}
		return Optional.empty();
	}

}

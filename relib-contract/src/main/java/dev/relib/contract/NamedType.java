// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

/**
 * A type that a line of the canonical text defines. Two types are equal if their
 * definitions and those of the types that they use are equal; the Java classes behind
 * them may differ.
 */
public sealed interface NamedType extends ValueType permits EnumType, RecordType {

	/**
	 * Returns the name of the type in contracts.
	 * @return the simple name of the Java class
	 */
	String name();

	@Override
	default String text() {
		return name();
	}

	/**
	 * Writes the line of the canonical text that defines the type, without a line feed.
	 * @return for example {@code record Point { x: i32, y: i32 }}
	 */
	String definition();

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;

/**
 * A list of strings or records. An argument is passed as a slice {@code {ptr, len}} by
 * value, with the number of elements as {@code len}; a return is a pointer to a box whose
 * first two words are pointer and length.
 *
 * @param element the type of its elements: {@link Sequence#STR} or a record
 */
public record ListType(ValueType element) implements ValueType {

	public ListType {
		if (!isElement(element)) {
			throw new IllegalArgumentException("a list cannot hold " + element.text() + "; use str or a record");
		}
	}

	/**
	 * Tells whether a list can hold values of a type.
	 * @param type the type
	 * @return {@code true} for strings and records
	 */
	public static boolean isElement(ValueType type) {
		return type == Sequence.STR || type instanceof RecordType;
	}

	@Override
	public String text() {
		return "[" + this.element.text() + "]";
	}

	@Override
	public List<NamedType> namedTypes() {
		return this.element.namedTypes();
	}

}

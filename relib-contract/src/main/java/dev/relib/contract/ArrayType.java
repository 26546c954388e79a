// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;

/**
 * An array of numbers. An argument is passed as a slice {@code {ptr, len}} by value, with
 * the number of elements as {@code len}; a return is a pointer to a box whose first two
 * words are pointer and length. An array of bytes is {@link Sequence#BYTES}.
 *
 * @param element the type of its elements
 */
public record ArrayType(Scalar element) implements ValueType {

	private static final List<Scalar> ELEMENTS = List.of(Scalar.I16, Scalar.I32, Scalar.I64, Scalar.F32, Scalar.F64);

	public ArrayType {
		if (!ELEMENTS.contains(element)) {
			throw new IllegalArgumentException("an array cannot hold " + element.text() + "; use one of " + ELEMENTS);
		}
	}

	/**
	 * Lists the arrays that contracts have.
	 * @return a type for each type of element
	 */
	public static List<ArrayType> all() {
		return ELEMENTS.stream().map(ArrayType::new).toList();
	}

	@Override
	public String text() {
		return "[" + this.element.text() + "]";
	}

	/**
	 * Returns the Java type.
	 * @return its canonical name
	 */
	public String javaName() {
		return this.element.javaName() + "[]";
	}

}

package dev.relib.contract;

import java.util.List;

/**
 * A run of numbers: an argument is passed as a slice {@code {ptr, len}} by value, len in
 * elements, a return is a box whose first two words are pointer and length. Bytes are
 * {@link Sequence#BYTES}.
 *
 * @param element what it holds
 */
public record ArrayType(Scalar element) implements ValueType {

	private static final List<Scalar> ELEMENTS = List.of(Scalar.I16, Scalar.I32, Scalar.I64, Scalar.F32, Scalar.F64);

	public ArrayType {
		if (!ELEMENTS.contains(element)) {
			throw new IllegalArgumentException("no array of " + element.text());
		}
	}

	/**
	 * All arrays that can cross.
	 * @return the types
	 */
	public static List<ArrayType> all() {
		return ELEMENTS.stream().map(ArrayType::new).toList();
	}

	@Override
	public String text() {
		return "[" + this.element.text() + "]";
	}

	/**
	 * The Java type.
	 * @return its canonical name
	 */
	public String javaName() {
		return this.element.javaName() + "[]";
	}

}

package dev.relib.contract;

import java.util.List;

/**
 * A run of texts or records: an argument is passed as a slice {@code {ptr, len}} by
 * value, len in elements, a return is a box whose first two words are pointer and length.
 *
 * @param element what it holds: {@link Sequence#STR} or a record
 */
public record ListType(ValueType element) implements ValueType {

	public ListType {
		if (!isElement(element)) {
			throw new IllegalArgumentException("no list of " + element.text());
		}
	}

	/**
	 * Whether there are lists of a type.
	 * @param type the type
	 * @return {@code true} for text and records
	 */
	public static boolean isElement(ValueType type) {
		return type == Sequence.STR || type instanceof RecordType;
	}

	@Override
	public String text() {
		return "[" + this.element.text() + "]";
	}

	@Override
	public List<NamedType> named() {
		return this.element.named();
	}

}

package dev.relib.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The types whose text means the same in every contract.
 */
final class WordTypes {

	private static final List<ValueType> ALL = Stream
		.of(Arrays.stream(Scalar.values()), Arrays.stream(Sequence.values()), ArrayType.all().stream())
		.<ValueType>flatMap((types) -> types)
		.toList();

	private WordTypes() {
	}

	static Optional<ValueType> find(Predicate<ValueType> wanted) {
		return ALL.stream().filter(wanted).findFirst();
	}

	/**
	 * The type that a word of a canonical text means.
	 */
	static Optional<ValueType> ofText(String text) {
		return find((type) -> type.text().equals(text));
	}

	static String javaName(ValueType type) {
		if (type instanceof Scalar scalar) {
			return scalar.javaName();
		}
		return (type instanceof Sequence sequence) ? sequence.javaName() : ((ArrayType) type).javaName();
	}

}

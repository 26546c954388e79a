// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the types that exist in every contract without a definition.
 */
final class BuiltInTypes {

	private static final List<ValueType> ALL = Stream
		.of(Arrays.stream(Scalar.values()), Arrays.stream(Sequence.values()), ArrayType.all().stream())
		.<ValueType>flatMap((types) -> types)
		.toList();

	private BuiltInTypes() {
	}

	static Optional<ValueType> find(Predicate<ValueType> wanted) {
		return ALL.stream().filter(wanted).findFirst();
	}

	/**
	 * Finds a type by its name in the canonical text.
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

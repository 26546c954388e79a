package dev.relib.processor;

import java.util.Arrays;
import java.util.stream.Stream;

import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.ValueType;

/**
 * All value types, also those that do not exist yet.
 */
final class Types {

	private Types() {
	}

	static Stream<ValueType> arguments() {
		return Stream.concat(scalars(), sequences());
	}

	static Stream<Scalar> scalars() {
		return Arrays.stream(Scalar.values()).filter((type) -> type != Scalar.UNIT);
	}

	static Stream<Sequence> sequences() {
		return Arrays.stream(Sequence.values());
	}

	static String javaName(ValueType type) {
		return (type instanceof Scalar scalar) ? scalar.javaName() : ((Sequence) type).javaName();
	}

}

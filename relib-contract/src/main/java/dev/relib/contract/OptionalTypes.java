// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Maps optionals, which only exports return, to the value types inside of them.
 */
final class OptionalTypes {

	private static final Map<String, ValueType> PRIMITIVES = Map.of(OptionalInt.class.getName(), Scalar.I32,
			OptionalLong.class.getName(), Scalar.I64, OptionalDouble.class.getName(), Scalar.F64);

	private static final Map<String, ValueType> BOXES = Map.of("java.lang.Boolean", Scalar.BOOL, "java.lang.Byte",
			Scalar.I8, "java.lang.Short", Scalar.I16, "java.lang.Integer", Scalar.I32, "java.lang.Long", Scalar.I64,
			"java.lang.Float", Scalar.F32, "java.lang.Double", Scalar.F64);

	private OptionalTypes() {
	}

	static boolean isOptional(String name) {
		return name.equals(Optional.class.getName()) || PRIMITIVES.containsKey(name);
	}

	/**
	 * Returns the scalar in an optional, or empty if the optional holds something else.
	 */
	static Optional<ValueType> primitive(JavaType type) {
		if (type.arguments().size() == 1 && !type.arguments().get(0).isNullable()) {
			return Optional.ofNullable(BOXES.get(type.arguments().get(0).name()));
		}
		return Optional.ofNullable(PRIMITIVES.get(type.name()));
	}

}

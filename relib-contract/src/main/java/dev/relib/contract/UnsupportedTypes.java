// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Creates exceptions that name an unsupported type and suggest a supported one.
 */
final class UnsupportedTypes {

	private static final String ANYTHING = "use boolean, byte, short, int, long, float, double, String, byte[], "
			+ "ByteBuffer, short[], int[], long[], float[], double[], an enum, a record, List<String> or a List of a "
			+ "record";

	private static final Map<String, String> INSTEAD = Map.ofEntries(Map.entry("char", "int or String"),
			Map.entry("char[]", "String"), Map.entry("boolean[]", "byte[]"),
			Map.entry("java.lang.String[]", "List<String>"), Map.entry("java.lang.Boolean", "boolean"),
			Map.entry("java.lang.Byte", "byte"), Map.entry("java.lang.Short", "short"),
			Map.entry("java.lang.Integer", "int"), Map.entry("java.lang.Long", "long"),
			Map.entry("java.lang.Float", "float"), Map.entry("java.lang.Double", "double"),
			Map.entry("java.nio.ByteBuffer", "byte[]"), Map.entry("java.util.List<java.lang.Byte>", "byte[]"),
			Map.entry("java.util.List<java.lang.Short>", "short[]"),
			Map.entry("java.util.List<java.lang.Integer>", "int[]"),
			Map.entry("java.util.List<java.lang.Long>", "long[]"),
			Map.entry("java.util.List<java.lang.Float>", "float[]"),
			Map.entry("java.util.List<java.lang.Double>", "double[]"));

	private UnsupportedTypes() {
	}

	static UnsupportedTypeException type(JavaType type) {
		if (OptionalTypes.isOptional(type.name())) {
			return type(type, "only an export may return it");
		}
		String instead = INSTEAD.get(type.description());
		return type(type, (instead != null) ? "use " + instead : ANYTHING);
	}

	static UnsupportedTypeException type(JavaType type, String fix) {
		return new UnsupportedTypeException(type.description() + ", which cannot be passed to native code; " + fix);
	}

	static UnsupportedTypeException exceptions(List<? extends JavaException> checked, String fix) {
		return new UnsupportedTypeException("the checked exception "
				+ checked.stream().map(JavaException::name).collect(Collectors.joining(" and "))
				+ ", which cannot be passed to native code; " + fix);
	}

}

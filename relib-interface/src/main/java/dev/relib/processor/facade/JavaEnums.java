// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.facade;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.relib.processor.reader.JavaValue;

/**
 * The constants of the enums that one class reads.
 */
final class JavaEnums {

	/** The name of the array of each enum's constants. */
	private final Map<String, String> arrays = new LinkedHashMap<>();

	/** Returns the name of the array with the constants of an enum. */
	String array(JavaValue value) {
		String simpleName = value.java().substring(value.java().lastIndexOf('.') + 1);
		return this.arrays.computeIfAbsent(value.java(),
				(java) -> "CONSTANTS_" + this.arrays.size() + "_" + simpleName);
	}

	/** Declares the arrays. */
	String text() {
		return this.arrays.entrySet()
			.stream()
			.map((array) -> "	private static final %1$s[] %2$s = %1$s.values();\n\n".formatted(array.getKey(),
					array.getValue()))
			.collect(Collectors.joining());
	}

}

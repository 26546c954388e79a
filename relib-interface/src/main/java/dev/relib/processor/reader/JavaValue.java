// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;

import dev.relib.contract.ValueType;

/**
 * A type of a contract with the Java type behind it.
 *
 * @param type the type in the contract
 * @param java the Java type as sources name it, fully qualified
 * @param parts the components of a record, or the element of a list
 */
public record JavaValue(ValueType type, String java, List<Part> parts) {

	public JavaValue {
		parts = List.copyOf(parts);
	}

	/**
	 * A value inside of another one.
	 *
	 * @param name the name of the accessor of a component
	 * @param value the value
	 */
	public record Part(String name, JavaValue value) {

	}

}

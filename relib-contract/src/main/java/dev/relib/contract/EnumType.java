// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.HashSet;
import java.util.List;

/**
 * An enum. Its values are passed and returned as an {@code i32} with the ordinal of the
 * constant.
 *
 * @param name the simple name of the Java enum
 * @param constants the Java names of its constants in their order, at least one
 */
public record EnumType(String name, List<String> constants) implements NamedType {

	public EnumType {
		constants = List.copyOf(constants);
		if (constants.isEmpty() || new HashSet<>(constants).size() != constants.size()) {
			throw new IllegalArgumentException("the enum " + name + " needs constants with different names");
		}
	}

	@Override
	public List<NamedType> namedTypes() {
		return List.of(this);
	}

	@Override
	public String definition() {
		return "enum " + this.name + " { " + String.join(", ", this.constants) + " }";
	}

}

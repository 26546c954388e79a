package dev.relib.contract;

import java.util.HashSet;
import java.util.List;

/**
 * An enumeration: an {@code i32} that holds the ordinal of a constant, passed and
 * returned as itself.
 *
 * @param name the simple name of the Java enum
 * @param constants the names of its constants as in Java, in order, at least one
 */
public record EnumType(String name, List<String> constants) implements NamedType {

	public EnumType {
		constants = List.copyOf(constants);
		if (constants.isEmpty() || new HashSet<>(constants).size() != constants.size()) {
			throw new IllegalArgumentException(name + " has no constants, or one of them twice");
		}
	}

	@Override
	public List<NamedType> named() {
		return List.of(this);
	}

	@Override
	public String line() {
		return "enum " + this.name + " { " + String.join(", ", this.constants) + " }";
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A record with the memory layout of a structure in C. An argument is passed as a pointer
 * that is valid during the call; a return is a pointer to a box.
 *
 * @param name the simple name of the Java record
 * @param components its components in their order, at least one
 */
public record RecordType(String name, List<Component> components) implements NamedType {

	public RecordType {
		components = List.copyOf(components);
		if (components.isEmpty() || components.stream().map(Component::name).distinct().count() != components.size()) {
			throw new IllegalArgumentException("the record " + name + " needs components with different names");
		}
	}

	@Override
	public List<NamedType> namedTypes() {
		Map<String, NamedType> found = new LinkedHashMap<>();
		collect(this, found);
		return List.copyOf(found.values());
	}

	/**
	 * Visits each type once, since a hostile text can use one type in very many places.
	 */
	private static void collect(ValueType type, Map<String, NamedType> found) {
		if (type instanceof ListType list) {
			collect(list.element(), found);
		}
		else if (type instanceof NamedType named && !found.containsKey(named.name())) {
			if (named instanceof RecordType used) {
				used.components.forEach((component) -> collect(component.type(), found));
			}
			found.put(named.name(), named);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof RecordType type && lines().equals(type.lines()));
	}

	@Override
	public int hashCode() {
		return definition().hashCode();
	}

	private List<String> lines() {
		return namedTypes().stream().map(NamedType::definition).toList();
	}

	@Override
	public String definition() {
		return this.components.stream()
			.map(Component::toString)
			.collect(Collectors.joining(", ", "record " + this.name + " { ", " }"));
	}

	/**
	 * A component of a record.
	 *
	 * @param name its name in snake case, which has to be the same on both sides
	 * @param type its type, never {@link Scalar#UNIT}
	 */
	public record Component(String name, ValueType type) {

		public Component {
			if (type == Scalar.UNIT) {
				throw new IllegalArgumentException("the component " + name + " cannot have the type unit");
			}
		}

		@Override
		public String toString() {
			return this.name + ": " + this.type.text();
		}

	}

}

package dev.relib.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A record, laid out in memory like a structure of C: an argument is passed as a pointer
 * that is lent for the call, a return is a box.
 *
 * @param name the simple name of the Java record
 * @param components what it holds, in order, at least one
 */
public record RecordType(String name, List<Component> components) implements NamedType {

	public RecordType {
		components = List.copyOf(components);
		if (components.isEmpty() || components.stream().map(Component::name).distinct().count() != components.size()) {
			throw new IllegalArgumentException(name + " has no components, or two of one name");
		}
	}

	@Override
	public List<NamedType> named() {
		Map<String, NamedType> found = new LinkedHashMap<>();
		collect(this, found);
		return List.copyOf(found.values());
	}

	/** Each type once: in a tree of types there are many ways to one of them. */
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
		return line().hashCode();
	}

	private List<String> lines() {
		return named().stream().map(NamedType::line).toList();
	}

	@Override
	public String line() {
		return this.components.stream()
			.map(Component::toString)
			.collect(Collectors.joining(", ", "record " + this.name + " { ", " }"));
	}

	/**
	 * A component of a record.
	 *
	 * @param name its name in snake case, which is part of the agreement
	 * @param type its type, never {@link Scalar#UNIT}
	 */
	public record Component(String name, ValueType type) {

		public Component {
			if (type == Scalar.UNIT) {
				throw new IllegalArgumentException(name + " holds nothing");
			}
		}

		@Override
		public String toString() {
			return this.name + ": " + this.type.text();
		}

	}

}

package dev.relib.contract;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		Stream<NamedType> needed = this.components.stream().flatMap((component) -> component.type().named().stream());
		return Stream.concat(needed, Stream.of(this)).distinct().toList();
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

package dev.relib.contract;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the Java types of one interface as types of its contract. Used by one thread.
 */
public final class ValueTypeReader {

	/** The records and enums read so far, by name. */
	private final Map<String, NamedType> named = new HashMap<>();

	/** The canonical names of the records that are being read. */
	private final Deque<String> open = new ArrayDeque<>();

	/**
	 * Reads the type of a parameter.
	 * @param type the Java type
	 * @return what it maps to
	 * @throws UnsupportedTypeException if it can not be one
	 */
	public ValueType parameter(JavaType type) {
		return isBuffer(type) ? Sequence.BYTES : value(type);
	}

	/**
	 * Reads the type of a return.
	 * @param type the Java type
	 * @param direction whether an export or an import returns it
	 * @return what it maps to
	 * @throws UnsupportedTypeException if it can not be one
	 */
	public ValueType returns(JavaType type, Direction direction) {
		boolean optional = OptionalTypes.isOptional(type.name()) && !type.isNullable();
		if (!optional) {
			return parameter(type);
		}
		if (direction == Direction.IMPORTS) {
			throw Unsupported.type(type, "return the value itself, or an empty one");
		}
		return OptionalTypes.primitive(type).orElseGet(() -> parameter(argument(type)));
	}

	/**
	 * Reads what a method declares to fail with.
	 * @param checked the checked exceptions that it declares
	 * @param direction whether an export or an import declares them
	 * @return the record that the exception is made of, or empty if there is none
	 * @throws UnsupportedTypeException if they can not cross
	 */
	public Optional<RecordType> error(List<? extends JavaException> checked, Direction direction) {
		if (checked.isEmpty()) {
			return Optional.empty();
		}
		if (direction == Direction.IMPORTS) {
			throw Unsupported.exceptions(checked, "declare unchecked exceptions only");
		}
		if (checked.size() > 1) {
			throw new UnsupportedTypeException(checked.size()
					+ " checked exceptions, but an export may declare one; use one with a kind in its record");
		}
		List<JavaType> records = checked.get(0).records();
		if (records.size() != 1 || checked.get(0).isAbstract()) {
			throw Unsupported.exceptions(checked,
					"use an exception with exactly one public constructor that takes a record alone");
		}
		return Optional.of((RecordType) value(records.get(0)));
	}

	private ValueType value(JavaType type) {
		if (type.isNullable()) {
			throw new UnsupportedTypeException("a nullable " + type.description()
					+ ", but nothing that crosses to native code can be null; use an empty value");
		}
		if (type.name().equals(List.class.getName())) {
			return list(type);
		}
		if (type.components().isPresent()) {
			return define(type, record(type, type.components().get()));
		}
		if (type.constants().isPresent()) {
			return define(type, enumeration(type, type.constants().get()));
		}
		return ValueType.ofJava(type.name()).orElseThrow(() -> Unsupported.type(type));
	}

	private ListType list(JavaType type) {
		JavaType argument = argument(type);
		boolean possible = argument.name().equals(String.class.getName()) || argument.components().isPresent();
		if (!possible) {
			throw Unsupported.type(type);
		}
		return new ListType(value(argument));
	}

	private static JavaType argument(JavaType type) {
		if (type.arguments().size() != 1) {
			throw Unsupported.type(type, "give it a type argument");
		}
		return type.arguments().get(0);
	}

	private static EnumType enumeration(JavaType type, List<String> constants) {
		if (constants.isEmpty()) {
			throw new UnsupportedTypeException(type.name() + ", an enum without constants");
		}
		return new EnumType(type.simpleName(), constants);
	}

	private RecordType record(JavaType type, List<JavaType.Component> components) {
		if (type.isGeneric()) {
			throw new UnsupportedTypeException(
					type.name() + ", a record with type parameters, which can not cross to native code; remove them");
		}
		if (components.isEmpty()) {
			throw new UnsupportedTypeException(type.name() + ", a record without components");
		}
		if (this.open.contains(type.name())) {
			throw new UnsupportedTypeException(type.name() + ", which holds itself; use a list of flat records");
		}
		this.open.push(type.name());
		try {
			return new RecordType(type.simpleName(), components(type, components));
		}
		finally {
			this.open.pop();
		}
	}

	private List<RecordType.Component> components(JavaType type, List<JavaType.Component> components) {
		List<RecordType.Component> read = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (JavaType.Component component : components) {
			String name = SnakeCase.of(component.name());
			if (!names.add(name)) {
				throw new UnsupportedTypeException(
						type.name() + ", which has two components with the native name " + name + "; rename one");
			}
			try {
				read.add(new RecordType.Component(name, value(component.type())));
			}
			catch (UnsupportedTypeException ex) {
				throw new UnsupportedTypeException(
						type.name() + ", whose component " + component.name() + " is " + ex.problem());
			}
		}
		return read;
	}

	private NamedType define(JavaType type, NamedType read) {
		if (WordTypes.ofText(read.name()).isPresent()) {
			throw new UnsupportedTypeException(
					type.name() + ", whose simple name means another type in contracts; rename it");
		}
		NamedType earlier = this.named.putIfAbsent(read.name(), read);
		if (earlier != null && !earlier.equals(read)) {
			throw new UnsupportedTypeException(
					type.name() + ", but " + read.name() + " is also another type of the interface; rename one:\n  "
							+ earlier.line() + "\n  " + read.line());
		}
		return read;
	}

	private static boolean isBuffer(JavaType type) {
		return type.name().equals(ByteBuffer.class.getName()) && !type.isNullable();
	}

}

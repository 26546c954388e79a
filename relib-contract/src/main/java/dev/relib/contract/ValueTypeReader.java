// SPDX-License-Identifier: Apache-2.0
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the Java types of one interface as types of its contract. Not safe for use by
 * several threads.
 */
public final class ValueTypeReader {

	/** The records and enums that were read, by name. */
	private final Map<String, NamedType> named = new HashMap<>();

	/** The canonical names of the records that are being read. */
	private final Deque<String> open = new ArrayDeque<>();

	/**
	 * Reads the type of a parameter.
	 * @param type the Java type
	 * @param direction the direction of the method's interface
	 * @return the type in the contract
	 * @throws UnsupportedTypeException if the type is unsupported here
	 */
	public ValueType parameter(JavaType type, Direction direction) {
		ValueType read = isBuffer(type) ? Sequence.BYTES : value(type);
		if (direction == Direction.IMPORTS && isWide(read)) {
			throw new UnsupportedTypeException(type.description()
					+ ", which an import can neither take nor return; use String, or two parameters of long");
		}
		return read;
	}

	private static boolean isWide(ValueType type) {
		return type instanceof Scalar scalar && scalar.isWide();
	}

	/**
	 * Reads the type of a return.
	 * @param type the Java type
	 * @param direction the direction of the method's interface
	 * @return the type in the contract
	 * @throws UnsupportedTypeException if the type is unsupported here
	 */
	public ValueType returns(JavaType type, Direction direction) {
		boolean optional = OptionalTypes.isOptional(type.name()) && !type.isNullable();
		if (!optional) {
			return parameter(type, direction);
		}
		if (direction == Direction.IMPORTS) {
			throw UnsupportedTypes.type(type, "return the value itself, or an empty one");
		}
		return OptionalTypes.primitive(type).orElseGet(() -> parameter(argument(type), direction));
	}

	/**
	 * Reads the checked exceptions that a method declares.
	 * @param checked the exceptions
	 * @param direction the direction of the method's interface
	 * @return the record from which the exception is created, or empty if the method
	 * declares none
	 * @throws UnsupportedTypeException if an import declares an exception, if an export
	 * declares more than one, or if exactly one record cannot be found
	 */
	public Optional<RecordType> error(List<? extends JavaException> checked, Direction direction) {
		if (checked.isEmpty()) {
			return Optional.empty();
		}
		if (direction == Direction.IMPORTS) {
			throw UnsupportedTypes.exceptions(checked, "declare unchecked exceptions only");
		}
		if (checked.size() > 1) {
			throw new UnsupportedTypeException(checked.size()
					+ " checked exceptions, but an export may declare only one; use one whose record tells the "
					+ "failures apart");
		}
		List<JavaType> records = checked.get(0).records();
		if (records.size() != 1 || checked.get(0).isAbstract()) {
			throw UnsupportedTypes.exceptions(checked,
					"use an exception with exactly one public constructor whose only parameter is a record");
		}
		return Optional.of((RecordType) value(records.get(0)));
	}

	private ValueType value(JavaType type) {
		if (type.isNullable()) {
			throw new UnsupportedTypeException(
					"a nullable " + type.description() + ", but native code has no null; use an empty value");
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
		String annotation = annotation(type);
		return ValueType.ofJava(annotation + type.name())
			.orElseThrow(() -> annotation.isEmpty() ? UnsupportedTypes.type(type)
					: new UnsupportedTypeException(type.description() + " with " + annotation.strip()
							+ ", which is for an int (@RelibCodePoint) or a BigInteger (@RelibUnsigned)"));
	}

	/**
	 * The annotation that tells two types of one Java type apart, as it begins the name
	 * of one.
	 */
	private static String annotation(JavaType type) {
		return Stream.of("RelibCodePoint", "RelibUnsigned")
			.filter(type::isAnnotated)
			.map((annotation) -> "@" + annotation + " ")
			.collect(Collectors.joining());
	}

	private ListType list(JavaType type) {
		JavaType argument = argument(type);
		boolean possible = argument.name().equals(String.class.getName()) || argument.components().isPresent();
		if (!possible) {
			throw UnsupportedTypes.type(type);
		}
		return new ListType(value(argument));
	}

	private static JavaType argument(JavaType type) {
		if (type.arguments().size() != 1) {
			throw UnsupportedTypes.type(type, "give it a type argument");
		}
		return type.arguments().get(0);
	}

	private static EnumType enumeration(JavaType type, List<String> constants) {
		if (constants.isEmpty()) {
			throw new UnsupportedTypeException(type.name() + ", an enum without constants; add one");
		}
		return new EnumType(type.simpleName(), constants);
	}

	private RecordType record(JavaType type, List<JavaType.Component> components) {
		if (type.isGeneric()) {
			throw new UnsupportedTypeException(type.name()
					+ ", a record with type parameters, which cannot be passed to native code; remove them");
		}
		if (components.isEmpty()) {
			throw new UnsupportedTypeException(type.name() + ", a record without components; add one");
		}
		if (this.open.contains(type.name())) {
			throw new UnsupportedTypeException(type.name() + ", which contains itself; use a list of flat records");
		}
		this.open.push(type.name());
		try {
			return new RecordType(type.simpleName(), components(type, components));
		}
		finally {
			this.open.pop();
		}
	}

	private List<RecordType.Component> components(JavaType composed, List<JavaType.Component> components) {
		List<RecordType.Component> read = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (JavaType.Component component : components) {
			String name = SnakeCase.of(component.name());
			if (!names.add(name)) {
				throw new UnsupportedTypeException(
						composed.name() + ", which has two components with the native name " + name + "; rename one");
			}
			try {
				ValueType type = value(component.type());
				if (isWide(type)) {
					throw new UnsupportedTypeException(component.type().description()
							+ ", which only functions take and return; use String, or two components of long");
				}
				read.add(new RecordType.Component(name, type));
			}
			catch (UnsupportedTypeException ex) {
				throw new UnsupportedTypeException(
						composed.name() + ", whose component " + component.name() + " is " + ex.problem());
			}
		}
		return read;
	}

	private NamedType define(JavaType type, NamedType read) {
		if (BuiltInTypes.ofText(read.name()).isPresent()) {
			throw new UnsupportedTypeException(
					type.name() + ", whose simple name is that of a built-in type of contracts; rename it");
		}
		NamedType earlier = this.named.putIfAbsent(read.name(), read);
		if (earlier != null && !earlier.equals(read)) {
			throw new UnsupportedTypeException(type.name() + ", but the interface uses another type of the name "
					+ read.name() + "; rename one:\n  " + earlier.definition() + "\n  " + read.definition());
		}
		return read;
	}

	private static boolean isBuffer(JavaType type) {
		return type.name().equals(ByteBuffer.class.getName()) && !type.isNullable();
	}

}

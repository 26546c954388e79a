// SPDX-License-Identifier: Apache-2.0
package dev.relib.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the types of a canonical text: built-in types, and the types that a line above
 * defines.
 */
final class TypeParser {

	private static final Pattern NAMED = Pattern.compile("(enum|record) (" + ContractParser.NAME + ") \\{ (.+) \\}");

	private static final Pattern FIELD = Pattern.compile("(" + ContractParser.NAME + "): (\\S+)");

	/** Limits the recursion when types of a hostile text are read and compared. */
	private static final int MAX_DEPTH = 64;

	private final Map<String, NamedType> named = new HashMap<>();

	/** The nesting depth of each record. */
	private final Map<ValueType, Integer> depths = new IdentityHashMap<>();

	/**
	 * Reads a line that defines a type.
	 * @return {@code false} if the line defines none
	 */
	boolean read(String line) {
		Matcher matcher = NAMED.matcher(line);
		if (!matcher.matches()) {
			return false;
		}
		NamedType type = matcher.group(1).equals("enum") ? enumeration(matcher.group(2), matcher.group(3))
				: record(matcher.group(2), matcher.group(3));
		NamedType earlier = this.named.putIfAbsent(type.name(), type);
		if (BuiltInTypes.ofText(type.name()).isPresent() || (earlier != null && !earlier.equals(type))) {
			throw new ContractParser.Unexpected("one definition of each type, but there is "
					+ ((earlier != null) ? '"' + earlier.definition() + '"' : "the built-in type " + type.name()));
		}
		return true;
	}

	private static EnumType enumeration(String name, String text) {
		List<String> constants = List.of(text.split(", ", -1));
		if (!constants.stream().allMatch((constant) -> constant.matches(ContractParser.NAME))
				|| constants.stream().distinct().count() != constants.size()) {
			throw new ContractParser.Unexpected("constants with different names");
		}
		return new EnumType(name, constants);
	}

	private RecordType record(String name, String text) {
		List<RecordType.Component> components = fields(text, RecordType.Component::new);
		if (components.stream().map(RecordType.Component::name).distinct().count() != components.size()) {
			throw new ContractParser.Unexpected("components with different names");
		}
		RecordType type = new RecordType(name, components);
		int depth = 1 + components.stream().mapToInt((component) -> depth(component.type())).max().orElse(0);
		if (depth > MAX_DEPTH) {
			throw new ContractParser.Unexpected("records nested at most " + MAX_DEPTH + " deep");
		}
		this.depths.put(type, depth);
		return type;
	}

	private int depth(ValueType type) {
		return this.depths.getOrDefault((type instanceof ListType list) ? list.element() : type, 0);
	}

	/**
	 * Reads a list of parameters or components.
	 */
	<T> List<T> fields(String text, BiFunction<String, ValueType, T> field) {
		List<T> fields = new ArrayList<>();
		for (String part : text.isEmpty() ? new String[0] : text.split(", ", -1)) {
			Matcher matcher = FIELD.matcher(part);
			if (!matcher.matches()) {
				throw new ContractParser.Unexpected("parameters or components of the form \"name: type\"");
			}
			ValueType type = type(matcher.group(2));
			if (type == Scalar.UNIT) {
				throw new ContractParser.Unexpected("unit only as a return");
			}
			fields.add(field.apply(matcher.group(1), type));
		}
		return fields;
	}

	ValueType type(String text) {
		ValueType named = this.named.get(text);
		return (named != null) ? named : BuiltInTypes.ofText(text).orElseGet(() -> list(text));
	}

	private ValueType list(String text) {
		if (text.startsWith("[") && text.endsWith("]")) {
			String element = text.substring(1, text.length() - 1);
			ValueType type = Sequence.STR.text().equals(element) ? Sequence.STR : this.named.get(element);
			if (type != null && ListType.isElement(type)) {
				return new ListType(type);
			}
		}
		throw new ContractParser.Unexpected(
				"a type that this host knows or that a line above defines, instead of \"" + text + '"');
	}

	RecordType record(String name) {
		if (this.named.get(name) instanceof RecordType type) {
			return type;
		}
		throw new ContractParser.Unexpected("a record that a line above defines, instead of \"" + name + '"');
	}

}

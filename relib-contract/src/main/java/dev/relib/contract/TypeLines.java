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
 * The types of a canonical text: those that every contract knows, and those that have had
 * their line.
 */
final class TypeLines {

	private static final Pattern NAMED = Pattern.compile("(enum|record) (" + ContractParser.NAME + ") \\{ (.+) \\}");

	private static final Pattern FIELD = Pattern.compile("(" + ContractParser.NAME + "): (\\S+)");

	/** Reading and comparing types goes as deep as they do. */
	private static final int MAX_DEPTH = 64;

	private final Map<String, NamedType> named = new HashMap<>();

	/** How many records are one inside the other. */
	private final Map<ValueType, Integer> depths = new IdentityHashMap<>();

	/**
	 * Reads the line of a type.
	 * @return whether it is one
	 */
	boolean read(String line) {
		Matcher matcher = NAMED.matcher(line);
		if (!matcher.matches()) {
			return false;
		}
		NamedType type = matcher.group(1).equals("enum") ? enumeration(matcher.group(2), matcher.group(3))
				: record(matcher.group(2), matcher.group(3));
		NamedType earlier = this.named.putIfAbsent(type.name(), type);
		if (WordTypes.ofText(type.name()).isPresent() || (earlier != null && !earlier.equals(type))) {
			throw new ContractParser.Unexpected(
					"each type with one meaning" + ((earlier != null) ? ", not also \"" + earlier.line() + '"' : ""));
		}
		return true;
	}

	private static EnumType enumeration(String name, String text) {
		List<String> constants = List.of(text.split(", ", -1));
		if (!constants.stream().allMatch((constant) -> constant.matches(ContractParser.NAME))
				|| constants.stream().distinct().count() != constants.size()) {
			throw new ContractParser.Unexpected("constants, each once");
		}
		return new EnumType(name, constants);
	}

	private RecordType record(String name, String text) {
		List<RecordType.Component> components = fields(text, RecordType.Component::new);
		if (components.stream().map(RecordType.Component::name).distinct().count() != components.size()) {
			throw new ContractParser.Unexpected("each component once");
		}
		RecordType type = new RecordType(name, components);
		int depth = 1 + components.stream().mapToInt((component) -> depth(component.type())).max().orElse(0);
		if (depth > MAX_DEPTH) {
			throw new ContractParser.Unexpected("at most " + MAX_DEPTH + " records one inside the other");
		}
		this.depths.put(type, depth);
		return type;
	}

	private int depth(ValueType type) {
		return this.depths.getOrDefault((type instanceof ListType list) ? list.element() : type, 0);
	}

	/**
	 * Reads what parameters and components look like.
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
				throw new ContractParser.Unexpected("unit as a return only");
			}
			fields.add(field.apply(matcher.group(1), type));
		}
		return fields;
	}

	ValueType type(String text) {
		ValueType named = this.named.get(text);
		return (named != null) ? named : WordTypes.ofText(text).orElseGet(() -> list(text));
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
				"a type this host knows, or one with a line above, instead of \"" + text + '"');
	}

	RecordType record(String name) {
		if (this.named.get(name) instanceof RecordType type) {
			return type;
		}
		throw new ContractParser.Unexpected("a record with a line above instead of \"" + name + '"');
	}

}

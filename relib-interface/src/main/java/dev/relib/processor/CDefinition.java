package dev.relib.processor;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType.Component;
import dev.relib.contract.RecordType;
import dev.relib.contract.ValueType;

/**
 * A type that the header of a trait defines: an enum, a record or a list of records.
 */
final class CDefinition {

	private static final String ENUM = """
			typedef enum ${name} {
			${members}} ${name};

			RELIB_STATIC_ASSERT(sizeof(${name}) == sizeof(int32_t), "an enum of a contract is an int32_t");
			static const relib_type relib_type_${name} = RELIB_ENUM_TYPE(${name}, ${count});
			""";

	private static final String RECORD = """
			typedef struct ${name} {
			${members}} ${name};

			${type}/* ${prefix}_free(${name} *), ${prefix}_copy(const ${name} *) */
			RELIB_RECORD(${name}, ${prefix})
			""";

	private static final String PARTS = """
			static const relib_part relib_parts_${name}[] = {
			${parts}};
			static const relib_type relib_type_${name} = RELIB_RECORD_TYPE(${name}, relib_parts_${name});
			""";

	private static final String FLAT = """
			static const relib_type relib_type_${name} = RELIB_FLAT_TYPE(${name});
			""";

	private static final String LIST = """
			/* ${name}Slice, ${name}List, ${prefix}_list_new(size_t), ${prefix}_list_copy(${name}Slice), ${prefix}_list_free(${name}List *) */
			RELIB_LIST(${name}, ${prefix}, ${type})
			""";

	private CDefinition() {
	}

	/**
	 * The names that are visible outside of the definition.
	 * @param type a type of a trait
	 * @return its names, none if the kit defines it
	 */
	static Stream<String> names(ValueType type) {
		if (type instanceof EnumType constants) {
			return Stream.concat(Stream.of(constants.name()),
					constants.constants().stream().map((constant) -> CNames.of(constants, constant)));
		}
		if (type instanceof RecordType composed) {
			return Stream.of(composed.name(), CNames.of(composed) + "_free", CNames.of(composed) + "_copy");
		}
		if (type instanceof ListType list && list.element() instanceof RecordType element) {
			return Stream.concat(Stream.of(element.name() + "Slice", element.name() + "List"),
					Stream.of("_list_new", "_list_copy", "_list_free").map((end) -> CNames.of(element) + end));
		}
		return Stream.empty();
	}

	/**
	 * Writes a definition.
	 * @param type a type of a trait
	 * @param source what its documentation says
	 * @return the definition, or nothing if the kit defines it
	 */
	static String text(ValueType type, DocumentedTrait source) {
		if (type instanceof EnumType constants) {
			return guarded(constants, constants.name(), source, constants(constants, source.documentation(constants)));
		}
		if (type instanceof RecordType composed) {
			return guarded(composed, composed.name(), source, composed(composed, source.documentation(composed)));
		}
		if (type instanceof ListType list && list.element() instanceof RecordType element) {
			return TypeGuard.of("RELIB_TYPE_", element.name() + "List", element,
					Template.fill(LIST, Map.of("name", element.name(), "prefix", CNames.of(element), "type",
							UsedTypes.isFlat(element) ? "NULL" : "&relib_type_" + element.name())));
		}
		return "";
	}

	private static String guarded(NamedType type, String name, DocumentedTrait source, String text) {
		return TypeGuard.of("RELIB_TYPE_", name, type, CComment.of(source.documentation(type).text()) + text);
	}

	private static String constants(EnumType type, Documentation documentation) {
		List<String> constants = type.constants();
		String members = IntStream.range(0, constants.size())
			.mapToObj((i) -> CComment.inside(documentation.parameter(constants.get(i))) + "\t"
					+ CNames.of(type, constants.get(i)) + " = " + i + (i < constants.size() - 1 ? ",\n" : "\n"))
			.collect(Collectors.joining());
		return Template.fill(ENUM,
				Map.of("name", type.name(), "members", members, "count", String.valueOf(constants.size())));
	}

	private static String composed(RecordType type, Documentation documentation) {
		List<String> names = CNames.components(type);
		String description = Template.fill(UsedTypes.isFlat(type) ? FLAT : PARTS,
				Map.of("name", type.name(), "parts", parts(type, names)));
		return Template.fill(RECORD, Map.of("name", type.name(), "prefix", CNames.of(type), "members",
				members(type, names, documentation), "type", description));
	}

	private static String members(RecordType type, List<String> names, Documentation documentation) {
		return IntStream.range(0, names.size()).mapToObj((i) -> {
			Component component = type.components().get(i);
			return CComment.inside(documentation.parameter(component.name())) + "\t"
					+ CType.of(component.type()).result() + " " + names.get(i) + ";\n";
		}).collect(Collectors.joining());
	}

	private static String parts(RecordType type, List<String> names) {
		return IntStream.range(0, names.size())
			.filter((i) -> !UsedTypes.isFlat(type.components().get(i).type()))
			.mapToObj((i) -> "\t{offsetof(" + type.name() + ", " + names.get(i) + "), "
					+ CType.of(type.components().get(i).type()).type() + "},\n")
			.collect(Collectors.joining());
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.EnumType;
import dev.relib.contract.ListType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.contract.RecordType.Component;
import dev.relib.contract.ValueType;
import dev.relib.processor.bindings.ContractTypes;
import dev.relib.processor.bindings.Template;
import dev.relib.processor.cfamily.BlockComment;
import dev.relib.processor.cfamily.MemberNames;
import dev.relib.processor.cfamily.TypeGuard;
import dev.relib.processor.reader.Documentation;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Defines a type of a trait in a header: an enum, a record or a list of records.
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
	 * Lists the global names that a definition declares.
	 * @param type a type of a trait
	 * @return the names, empty if the kit defines the type
	 */
	static Stream<String> names(ValueType type) {
		if (type instanceof EnumType enumeration) {
			return Stream.concat(Stream.of(enumeration.name()),
					enumeration.constants().stream().map((constant) -> CNames.of(enumeration, constant)));
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
	 * @param source the trait with its documentation
	 * @return the definition, or an empty string if the kit defines the type
	 */
	static String text(ValueType type, DocumentedTrait source) {
		if (type instanceof EnumType enumeration) {
			return guarded(enumeration, source, enumeration(enumeration, source.documentation(enumeration)));
		}
		if (type instanceof RecordType composed) {
			return guarded(composed, source, record(composed, source.documentation(composed)));
		}
		if (type instanceof ListType list && list.element() instanceof RecordType element) {
			return TypeGuard.of("RELIB_TYPE_", element.name() + "List", element,
					Template.fill(LIST, Map.of("name", element.name(), "prefix", CNames.of(element), "type",
							ContractTypes.isFlat(element) ? "NULL" : "&relib_type_" + element.name())));
		}
		return "";
	}

	private static String guarded(NamedType type, DocumentedTrait source, String text) {
		return TypeGuard.of("RELIB_TYPE_", type.name(), type,
				BlockComment.of(source.documentation(type).text()) + text);
	}

	private static String enumeration(EnumType type, Documentation documentation) {
		List<String> constants = type.constants();
		String members = IntStream.range(0, constants.size())
			.mapToObj((i) -> BlockComment.ofMember(documentation.parameter(constants.get(i))) + "\t"
					+ CNames.of(type, constants.get(i)) + " = " + i + (i < constants.size() - 1 ? ",\n" : "\n"))
			.collect(Collectors.joining());
		return Template.fill(ENUM,
				Map.of("name", type.name(), "members", members, "count", String.valueOf(constants.size())));
	}

	private static String record(RecordType type, Documentation documentation) {
		List<String> names = MemberNames.components(type);
		String description = Template.fill(ContractTypes.isFlat(type) ? FLAT : PARTS,
				Map.of("name", type.name(), "parts", parts(type, names)));
		return Template.fill(RECORD, Map.of("name", type.name(), "prefix", CNames.of(type), "members",
				members(type, names, documentation), "type", description));
	}

	private static String members(RecordType type, List<String> names, Documentation documentation) {
		return IntStream.range(0, names.size()).mapToObj((i) -> {
			Component component = type.components().get(i);
			return BlockComment.ofMember(documentation.parameter(component.name())) + "\t"
					+ CType.of(component.type()).result() + " " + names.get(i) + ";\n";
		}).collect(Collectors.joining());
	}

	private static String parts(RecordType type, List<String> names) {
		return IntStream.range(0, names.size())
			.filter((i) -> !ContractTypes.isFlat(type.components().get(i).type()))
			.mapToObj((i) -> "\t{offsetof(" + type.name() + ", " + names.get(i) + "), "
					+ CType.of(type.components().get(i).type()).descriptor() + "},\n")
			.collect(Collectors.joining());
	}

}

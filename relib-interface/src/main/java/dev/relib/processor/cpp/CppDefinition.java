// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.EnumType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.processor.bindings.Template;
import dev.relib.processor.cfamily.BlockComment;
import dev.relib.processor.cfamily.MemberNames;
import dev.relib.processor.cfamily.TypeGuard;
import dev.relib.processor.reader.Documentation;

/**
 * Defines a type of a trait in a header: an enum or a record.
 */
final class CppDefinition {

	private static final String ENUM = """
			namespace contract {

			${comment}enum class ${name} : std::int32_t {
			${members}};

			} // namespace contract

			template <> struct relib::glue::value<contract::${name}> : relib::glue::enumeration<contract::${name}> {
				static constexpr const char *name = "${name}";
				static constexpr std::int32_t constants = ${count};
			};
			""";

	private static final String RECORD = """
			namespace contract {

			${comment}struct ${name} {
			${members}};

			} // namespace contract

			template <> struct relib::glue::value<contract::${name}>
				: relib::glue::record<contract::${name}, ${pointers}> {
			};
			""";

	private CppDefinition() {
	}

	/**
	 * Writes a definition.
	 * @param type a type of a trait
	 * @param documentation the documentation of the type
	 * @return the definition
	 */
	static String text(NamedType type, Documentation documentation) {
		String text = (type instanceof EnumType enumeration) ? enumeration(enumeration, documentation)
				: record((RecordType) type, documentation);
		return TypeGuard.of("RELIB_CPP_TYPE_", type.name(), type, text);
	}

	private static String enumeration(EnumType type, Documentation documentation) {
		List<String> names = CppNames.constants(type);
		String members = IntStream.range(0, names.size())
			.mapToObj((i) -> BlockComment.ofMember(documentation.parameter(type.constants().get(i))) + "\t"
					+ names.get(i) + " = " + i + (i < names.size() - 1 ? ",\n" : "\n"))
			.collect(Collectors.joining());
		return Template.fill(ENUM, Map.of("comment", BlockComment.of(documentation.text()), "name", type.name(),
				"members", members, "count", String.valueOf(names.size())));
	}

	private static String record(RecordType type, Documentation documentation) {
		List<String> names = MemberNames.components(type);
		String members = IntStream.range(0, names.size())
			.mapToObj((i) -> BlockComment.ofMember(documentation.parameter(type.components().get(i).name())) + "\t"
					+ CppType.of(type.components().get(i).type()).result() + " " + names.get(i) + "{};\n")
			.collect(Collectors.joining());
		String pointers = names.stream()
			.map((name) -> "&" + CppType.name(type) + "::" + name)
			.collect(Collectors.joining(", "));
		return Template.fill(RECORD, Map.of("comment", BlockComment.of(documentation.text()), "name", type.name(),
				"members", members, "pointers", pointers));
	}

}

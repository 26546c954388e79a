// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.EnumType;
import dev.relib.contract.NamedType;
import dev.relib.contract.RecordType;
import dev.relib.processor.bindings.Template;
import dev.relib.processor.reader.Documentation;

/**
 * Defines a type of a trait in its module: an enum or a record.
 */
final class RustDefinition {

	private static final String TEMPLATE = """
			::relib_spring_module::${macro}! {
			    ${lines};
			${comment}    pub ${keyword} ${name} {
			${members}    }
			}

			""";

	private static final String MEMBER = "        ";

	private RustDefinition() {
	}

	/**
	 * Writes a definition.
	 * @param type a type of a trait
	 * @param documentation the documentation of the type
	 * @return the definition and an empty line
	 */
	static String text(NamedType type, Documentation documentation) {
		boolean constants = type instanceof EnumType;
		String members = (type instanceof EnumType each) ? constants(each, documentation)
				: components((RecordType) type, documentation);
		return Template.fill(TEMPLATE,
				Map.of("macro", constants ? "enumeration" : "record", "keyword", constants ? "enum" : "struct", "lines",
						lines(type), "members", members, "name", RustNames.of(type), "comment",
						RustComment.of("    ", documentation.text())));
	}

	/** Writes the type's line of the contract, after those of the types that it uses. */
	private static String lines(NamedType type) {
		List<NamedType> needed = type.namedTypes();
		return (needed.size() == 1) ? "\"" + type.definition() + "\""
				: needed.stream()
					.map((each) -> "        \"" + each.definition() + "\\n\",\n")
					.collect(Collectors.joining("", "concat!(\n", "    )"));
	}

	private static String constants(EnumType type, Documentation documentation) {
		List<String> names = RustNames.constants(type);
		return IntStream.range(0, names.size())
			.mapToObj((i) -> member(documentation.parameter(type.constants().get(i)), names.get(i)))
			.collect(Collectors.joining());
	}

	private static String components(RecordType type, Documentation documentation) {
		List<String> names = RustNames.components(type);
		return IntStream.range(0, names.size())
			.mapToObj((i) -> member(documentation.parameter(type.components().get(i).name()),
					"pub " + names.get(i) + ": " + RustType.of(type.components().get(i).type()).result()))
			.collect(Collectors.joining());
	}

	private static String member(String comment, String member) {
		return RustComment.of(MEMBER, comment) + MEMBER + member + ",\n";
	}

}

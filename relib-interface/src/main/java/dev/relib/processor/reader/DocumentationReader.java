// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

import dev.relib.contract.EnumType;
import dev.relib.contract.NamedType;

/**
 * Reads the documentation comments of the elements of a contract.
 */
final class DocumentationReader {

	private final Elements elements;

	DocumentationReader(Elements elements) {
		this.elements = elements;
	}

	Documentation of(Element element) {
		String comment = this.elements.getDocComment(element);
		return (comment != null) ? new JavadocReader(comment).read() : Documentation.NONE;
	}

	/**
	 * Reads the documentation of records and enums.
	 * @param types the types
	 * @param elements the declarations of the types
	 * @return the documentation of each type that has a declaration, by its name
	 */
	Map<String, Documentation> of(List<NamedType> types, NamedTypeElements elements) {
		Map<String, Documentation> documentation = new HashMap<>();
		for (NamedType type : types) {
			elements.get(type.name())
				.ifPresent((element) -> documentation.put(type.name(),
						(type instanceof EnumType) ? ofEnum(element) : of(element)));
		}
		return documentation;
	}

	private Documentation ofEnum(TypeElement element) {
		Map<String, String> constants = MirroredType.constants(element)
			.collect(Collectors.toMap((constant) -> constant.getSimpleName().toString(),
					(constant) -> of(constant).text()));
		return new Documentation(of(element).text(), constants, "", List.of());
	}

}

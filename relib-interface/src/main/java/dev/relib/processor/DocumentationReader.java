package dev.relib.processor;

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
 * Reads what is written about the elements of a contract.
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
	 * Reads about records and enums.
	 * @param types the types
	 * @param named where they are declared
	 * @return their documentation, by their names
	 */
	Map<String, Documentation> of(List<NamedType> types, NamedElements named) {
		Map<String, Documentation> documentation = new HashMap<>();
		for (NamedType type : types) {
			named.get(type.name())
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

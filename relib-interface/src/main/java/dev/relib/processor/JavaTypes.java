package dev.relib.processor;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;

/**
 * Names of Java types, without type arguments and annotations.
 */
final class JavaTypes {

	private JavaTypes() {
	}

	static String name(TypeMirror type) {
		if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
			return type.getKind().name().toLowerCase(Locale.ROOT);
		}
		if (type instanceof ArrayType array) {
			return name(array.getComponentType()) + "[]";
		}
		if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
			return element.getQualifiedName().toString();
		}
		return type.toString();
	}

	/**
	 * The Java types that can cross as an argument.
	 * @return their names, as in a sentence
	 */
	static String supported() {
		Stream<String> scalars = Stream.of(Scalar.values())
			.filter((scalar) -> scalar != Scalar.UNIT)
			.map(Scalar::javaName);
		Stream<String> sequences = Stream.of(Sequence.values()).map(Sequence::javaName);
		String names = Stream.concat(scalars, sequences)
			.map((name) -> name.replace("java.lang.", ""))
			.collect(Collectors.joining(", "));
		int last = names.lastIndexOf(", ");
		return names.substring(0, last) + " or " + names.substring(last + 2);
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

import dev.relib.contract.ListType;
import dev.relib.contract.RecordType;
import dev.relib.contract.ValueType;
import dev.relib.processor.reader.JavaValue.Part;

/**
 * Finds the Java types behind the types of a contract.
 */
final class JavaValueReader {

	private final PackageElement home;

	private final Elements elements;

	JavaValueReader(PackageElement home, Elements elements) {
		this.home = home;
		this.elements = elements;
	}

	/** Reads a return, which may stand in an optional. */
	JavaValue returned(ValueType type, TypeMirror java) {
		return switch (name(java).replaceFirst("<.*", "")) {
			case "java.util.Optional" -> of(type, ((DeclaredType) java).getTypeArguments().get(0));
			case "java.util.OptionalInt" -> new JavaValue(type, "int", List.of());
			case "java.util.OptionalLong" -> new JavaValue(type, "long", List.of());
			case "java.util.OptionalDouble" -> new JavaValue(type, "double", List.of());
			default -> of(type, java);
		};
	}

	JavaValue of(ValueType type, TypeMirror java) {
		if (type instanceof RecordType composed) {
			List<? extends RecordComponentElement> components = ((TypeElement) ((DeclaredType) java).asElement())
				.getRecordComponents();
			return new JavaValue(type, name(java),
					IntStream.range(0, components.size())
						.mapToObj((i) -> new Part(components.get(i).getSimpleName().toString(),
								of(composed.components().get(i).type(), components.get(i).asType())))
						.toList());
		}
		if (type instanceof ListType list) {
			TypeMirror element = ((DeclaredType) java).getTypeArguments().get(0);
			return new JavaValue(type, name(java), List.of(new Part("", of(list.element(), element))));
		}
		return new JavaValue(type, name(java), List.of());
	}

	/**
	 * Names a type without its annotations.
	 * @throws InaccessibleTypeException if the package of the interface does not see it
	 */
	String name(TypeMirror type) {
		if (type instanceof ArrayType array) {
			return name(array.getComponentType()) + "[]";
		}
		if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID) {
			return type.getKind().name().toLowerCase(Locale.ROOT);
		}
		if (!(type instanceof DeclaredType declared)) {
			throw new InaccessibleTypeException(type.toString());
		}
		String arguments = declared.getTypeArguments().stream().map(this::name).collect(Collectors.joining(", "));
		return name((TypeElement) declared.asElement()) + (arguments.isEmpty() ? "" : "<" + arguments + ">");
	}

	/**
	 * Names a class.
	 * @throws InaccessibleTypeException if the package of the interface does not see it
	 */
	String name(TypeElement type) {
		boolean here = this.elements.getPackageOf(type).equals(this.home);
		for (Element part = type; part.getKind() != ElementKind.PACKAGE; part = part.getEnclosingElement()) {
			boolean visible = here ? !part.getModifiers().contains(Modifier.PRIVATE)
					: part.getModifiers().contains(Modifier.PUBLIC);
			if (!visible || !(part instanceof TypeElement)) {
				throw new InaccessibleTypeException(type.toString());
			}
		}
		return type.getQualifiedName().toString();
	}

}

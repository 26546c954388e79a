// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import dev.relib.contract.JavaType;

/**
 * A type of an interface that is being compiled.
 */
final class MirroredType implements JavaType {

	private final TypeMirror type;

	private final List<Element> declarations;

	/**
	 * Creates a view of a type.
	 * @param type the type
	 * @param declarations the elements that have the type, whose annotations count as
	 * well
	 */
	MirroredType(TypeMirror type, Element... declarations) {
		this.type = type;
		this.declarations = List.of(declarations);
	}

	@Override
	public String name() {
		if (this.type.getKind().isPrimitive() || this.type.getKind() == TypeKind.VOID) {
			return this.type.getKind().name().toLowerCase(Locale.ROOT);
		}
		if (this.type instanceof ArrayType array) {
			return new MirroredType(array.getComponentType()).name() + "[]";
		}
		return element().map((element) -> element.getQualifiedName().toString()).orElseGet(this.type::toString);
	}

	@Override
	public String simpleName() {
		return element().map((element) -> element.getSimpleName().toString()).orElseGet(this::name);
	}

	/**
	 * Returns the declaration of the type.
	 * @return the class, record, enum or interface, or empty for other kinds of types
	 */
	Optional<TypeElement> element() {
		return (this.type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element)
				? Optional.of(element) : Optional.empty();
	}

	@Override
	public List<JavaType> arguments() {
		return (this.type instanceof DeclaredType declared)
				? declared.getTypeArguments().stream().<JavaType>map(MirroredType::new).toList() : List.of();
	}

	@Override
	public boolean isAnnotated(String annotation) {
		return this.declarations.stream().anyMatch((element) -> isAnnotated(element, annotation))
				|| isAnnotated(this.type, annotation)
				|| (this.type instanceof ArrayType array && isAnnotated(array.getComponentType(), annotation));
	}

	private static boolean isAnnotated(AnnotatedConstruct annotated, String annotation) {
		return annotated.getAnnotationMirrors()
			.stream()
			.anyMatch((found) -> found.getAnnotationType().asElement().getSimpleName().contentEquals(annotation));
	}

	@Override
	public boolean isGeneric() {
		return element().stream().anyMatch((element) -> !element.getTypeParameters().isEmpty());
	}

	@Override
	public Optional<List<Component>> components() {
		return of(ElementKind.RECORD)
			.map((element) -> element.getRecordComponents().stream().map(MirroredType::component).toList());
	}

	private static Component component(RecordComponentElement component) {
		return new Component(component.getSimpleName().toString(),
				new MirroredType(component.asType(), component, component.getAccessor()));
	}

	@Override
	public Optional<List<String>> constants() {
		return of(ElementKind.ENUM)
			.map((element) -> constants(element).map(Element::getSimpleName).map(Object::toString).toList());
	}

	/**
	 * Lists the constants of an enum.
	 * @param element the enum
	 * @return the constants in their order
	 */
	static Stream<? extends Element> constants(TypeElement element) {
		return element.getEnclosedElements().stream().filter((member) -> member.getKind() == ElementKind.ENUM_CONSTANT);
	}

	private Optional<TypeElement> of(ElementKind kind) {
		return element().filter((element) -> element.getKind() == kind);
	}

}

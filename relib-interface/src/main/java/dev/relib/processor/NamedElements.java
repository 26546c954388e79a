package dev.relib.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

import dev.relib.contract.JavaType;

/**
 * The records and enums that methods use, which carry the documentation.
 */
final class NamedElements {

	private final Map<String, TypeElement> elements = new HashMap<>();

	/**
	 * Adds what a method uses.
	 * @param method the method
	 */
	void add(ExecutableElement method) {
		method.getParameters().forEach((parameter) -> add(new MirroredType(parameter.asType())));
		add(new MirroredType(method.getReturnType()));
		for (TypeMirror thrown : method.getThrownTypes()) {
			new MirroredType(thrown).element()
				.ifPresent((element) -> new MirroredException(element).records().forEach(this::add));
		}
	}

	private void add(JavaType type) {
		type.arguments().forEach(this::add);
		((MirroredType) type).element().filter(NamedElements::isNamed).ifPresent((element) -> {
			if (this.elements.putIfAbsent(type.simpleName(), element) == null) {
				type.components().ifPresent((components) -> components.forEach((each) -> add(each.type())));
			}
		});
	}

	private static boolean isNamed(TypeElement element) {
		return element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.ENUM;
	}

	/**
	 * Finds a type.
	 * @param name its simple name
	 * @return the record or enum, the first one that was added
	 */
	Optional<TypeElement> get(String name) {
		return Optional.ofNullable(this.elements.get(name));
	}

}

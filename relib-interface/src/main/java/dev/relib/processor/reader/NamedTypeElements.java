// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

import dev.relib.contract.JavaType;

/**
 * Finds the declarations of the records and enums that methods use, since the
 * declarations carry the documentation.
 */
final class NamedTypeElements {

	private final Map<String, TypeElement> elements = new HashMap<>();

	/**
	 * Adds the types that a method uses.
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
		((MirroredType) type).element().filter(NamedTypeElements::isRecordOrEnum).ifPresent((element) -> {
			if (this.elements.putIfAbsent(type.simpleName(), element) == null) {
				type.components().ifPresent((components) -> components.forEach((each) -> add(each.type())));
			}
		});
	}

	private static boolean isRecordOrEnum(TypeElement element) {
		return element.getKind() == ElementKind.RECORD || element.getKind() == ElementKind.ENUM;
	}

	/**
	 * Finds a declaration.
	 * @param name the simple name of a record or enum
	 * @return the declaration that was added first under this name, or empty if there is
	 * none
	 */
	Optional<TypeElement> get(String name) {
		return Optional.ofNullable(this.elements.get(name));
	}

}

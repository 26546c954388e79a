// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds the abstract methods of an interface, its own and those it inherits. The result
 * equals that of {@link Class#getMethods()} at run time: a method that two unrelated
 * parents declare counts twice.
 */
final class AbstractMethods {

	private final Elements elements;

	private final Types types;

	AbstractMethods(ProcessingEnvironment environment) {
		this.elements = environment.getElementUtils();
		this.types = environment.getTypeUtils();
	}

	List<ExecutableElement> of(TypeElement type) {
		Set<TypeElement> owners = new LinkedHashSet<>();
		collect(type, owners);
		List<ExecutableElement> methods = owners.stream()
			.flatMap((owner) -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream())
			.toList();
		return methods.stream()
			.filter((method) -> method.getModifiers().contains(Modifier.ABSTRACT))
			.filter((method) -> methods.stream().noneMatch((other) -> overrides(other, method)))
			.toList();
	}

	private void collect(TypeElement type, Set<TypeElement> owners) {
		if (owners.add(type)) {
			type.getInterfaces().forEach((parent) -> collect((TypeElement) this.types.asElement(parent), owners));
		}
	}

	private boolean overrides(ExecutableElement method, ExecutableElement other) {
		return this.elements.overrides(method, other, (TypeElement) method.getEnclosingElement());
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

import dev.relib.contract.JavaException;
import dev.relib.contract.JavaType;

/**
 * A checked exception that a method being compiled declares.
 *
 * @param type the class of the exception
 */
record MirroredException(TypeElement type) implements JavaException {

	@Override
	public String name() {
		return this.type.getQualifiedName().toString();
	}

	@Override
	public boolean isAbstract() {
		return this.type.getModifiers().contains(Modifier.ABSTRACT);
	}

	@Override
	public List<JavaType> records() {
		return ElementFilter.constructorsIn(this.type.getEnclosedElements())
			.stream()
			.filter((constructor) -> constructor.getModifiers().contains(Modifier.PUBLIC))
			.filter((constructor) -> constructor.getParameters().size() == 1)
			.<JavaType>map(MirroredException::parameter)
			.filter((parameter) -> parameter.components().isPresent())
			.toList();
	}

	private static MirroredType parameter(ExecutableElement constructor) {
		VariableElement parameter = constructor.getParameters().get(0);
		return new MirroredType(parameter.asType(), parameter);
	}

}

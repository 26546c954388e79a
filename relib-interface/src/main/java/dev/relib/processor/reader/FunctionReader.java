// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

import dev.relib.RelibCritical;
import dev.relib.RelibName;
import dev.relib.contract.CriticalFunctions;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NativeName;
import dev.relib.contract.Parameter;
import dev.relib.contract.PlainAnnotations;
import dev.relib.contract.RecordType;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.UnsupportedTypeException;
import dev.relib.contract.ValueType;
import dev.relib.contract.ValueTypeReader;

/**
 * Reads the methods of one interface as functions of a trait, and reports the methods
 * that cannot be functions.
 */
final class FunctionReader {

	private final Elements elements;

	private final Types types;

	private final String trait;

	private final Direction direction;

	private final Problems problems;

	private final ValueTypeReader values = new ValueTypeReader();

	FunctionReader(ProcessingEnvironment environment, TypeElement trait, Direction direction, Problems problems) {
		this.elements = environment.getElementUtils();
		this.types = environment.getTypeUtils();
		this.trait = trait.getSimpleName().toString();
		this.direction = direction;
		this.problems = problems;
	}

	/**
	 * Reads a method.
	 * @param method an abstract method
	 * @return the function, or empty if one of its types has no equivalent in contracts
	 */
	Optional<FunctionSignature> read(ExecutableElement method) {
		if (!method.getTypeParameters().isEmpty()) {
			this.problems.ofMethod(method, "must not have type parameters to be part of a contract");
			return Optional.empty();
		}
		if (method.getAnnotation(RelibName.class) != null && !NativeName.isIdentifier(nativeName(method))) {
			this.problems.ofMethod(method, "has the @RelibName \"" + nativeName(method)
					+ "\", which is not a C identifier; use letters, digits and underscores");
		}
		supported(method, "uses ", () -> {
			PlainAnnotations.requireNone(
					Stream.concat(Stream.of(method), method.getParameters().stream()).flatMap(FunctionReader::names));
			return true;
		});
		List<Parameter> parameters = parameters(method);
		Optional<ValueType> returns = supported(method, "returns ",
				() -> this.values.returns(new MirroredType(method.getReturnType(), method), this.direction));
		Optional<Optional<RecordType>> error = supported(method, "declares ",
				() -> this.values.error(checked(method), this.direction));
		if (returns.isEmpty() || error.isEmpty() || parameters.size() != method.getParameters().size()) {
			return Optional.empty();
		}
		FunctionSignature function = new FunctionSignature(this.trait, nativeName(method), parameters, returns.get(),
				error.get());
		if (method.getAnnotation(RelibCritical.class) != null) {
			supported(method, "uses ", () -> {
				CriticalFunctions.require(function, this.direction);
				return true;
			});
		}
		return Optional.of(function);
	}

	private static Stream<String> names(Element element) {
		return element.getAnnotationMirrors().stream().map((annotation) -> annotation.getAnnotationType().toString());
	}

	/**
	 * Returns the name of a method in native code.
	 */
	static String nativeName(ExecutableElement method) {
		return NativeName.of(method.getSimpleName().toString(), method.getAnnotation(RelibName.class));
	}

	private List<Parameter> parameters(ExecutableElement method) {
		List<Parameter> parameters = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (VariableElement parameter : method.getParameters()) {
			String name = SnakeCase.of(parameter.getSimpleName().toString());
			if (!names.add(name)) {
				this.problems.ofMethod(method, "has two parameters with the native name " + name + "; rename one");
			}
			supported(method, "takes " + parameter.getSimpleName() + ": ",
					() -> this.values.parameter(new MirroredType(parameter.asType(), parameter), this.direction))
				.ifPresent((type) -> parameters.add(new Parameter(name, type)));
		}
		return parameters;
	}

	private <T> Optional<T> supported(ExecutableElement method, String use, Supplier<T> read) {
		try {
			return Optional.of(read.get());
		}
		catch (UnsupportedTypeException ex) {
			this.problems.ofMethod(method, use + ex.problem());
			return Optional.empty();
		}
	}

	private List<MirroredException> checked(ExecutableElement method) {
		return method.getThrownTypes()
			.stream()
			.filter((thrown) -> !isA(thrown, RuntimeException.class) && !isA(thrown, Error.class))
			.flatMap((thrown) -> new MirroredType(thrown).element().stream())
			.map(MirroredException::new)
			.toList();
	}

	private boolean isA(TypeMirror type, Class<?> parent) {
		return this.types.isSubtype(type, this.elements.getTypeElement(parent.getName()).asType());
	}

}

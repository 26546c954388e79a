package dev.relib.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

import dev.relib.RelibName;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NativeName;
import dev.relib.contract.Parameter;
import dev.relib.contract.Scalar;
import dev.relib.contract.Sequence;
import dev.relib.contract.SnakeCase;
import dev.relib.contract.ValueType;

/**
 * Reads a method as a function of a trait and reports what can not cross.
 */
final class FunctionReader {

	private final Elements elements;

	private final Types types;

	private final TypeElement trait;

	private final Problems problems;

	FunctionReader(ProcessingEnvironment environment, TypeElement trait, Problems problems) {
		this.elements = environment.getElementUtils();
		this.types = environment.getTypeUtils();
		this.trait = trait;
		this.problems = problems;
	}

	/**
	 * Reads a method.
	 * @param method an abstract method
	 * @return the function, or empty if a type in it can not cross
	 */
	Optional<FunctionSignature> read(ExecutableElement method) {
		if (!method.getTypeParameters().isEmpty()) {
			this.problems.ofMethod(method, "must not have type parameters to be part of a contract");
			return Optional.empty();
		}
		if (method.getAnnotation(RelibName.class) != null && !NativeName.isPossible(nativeName(method))) {
			this.problems.ofMethod(method,
					"has the @RelibName \"" + nativeName(method) + "\", which is no C identifier");
		}
		method.getThrownTypes().forEach((thrown) -> checkThrown(method, thrown));
		List<Parameter> parameters = parameters(method);
		Optional<ValueType> returns = valueType(JavaTypes.name(method.getReturnType()));
		if (returns.isEmpty()) {
			this.problems.ofMethod(method, "returns " + JavaTypes.name(method.getReturnType())
					+ ", which can not cross to native code; use void, " + JavaTypes.supported());
		}
		return returns.filter((type) -> parameters.size() == method.getParameters().size())
			.map((type) -> new FunctionSignature(this.trait.getSimpleName().toString(), nativeName(method), parameters,
					type));
	}

	/**
	 * What a method is called in native code.
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
			String javaType = JavaTypes.name(parameter.asType());
			valueType(javaType).ifPresentOrElse((type) -> parameters.add(new Parameter(name, type)),
					() -> this.problems.ofMethod(method, "takes " + javaType + " (" + parameter.getSimpleName()
							+ "), which can not cross to native code; use " + JavaTypes.supported()));
		}
		return parameters;
	}

	private static Optional<ValueType> valueType(String javaType) {
		return ValueType.ofJava(javaType).filter((type) -> type instanceof Scalar || type instanceof Sequence);
	}

	private void checkThrown(ExecutableElement method, TypeMirror thrown) {
		if (!isA(thrown, RuntimeException.class) && !isA(thrown, Error.class)) {
			this.problems.ofMethod(method, "declares the checked exception " + JavaTypes.name(thrown)
					+ ", which can not cross to native code; declare unchecked exceptions only");
		}
	}

	private boolean isA(TypeMirror type, Class<?> parent) {
		return this.types.isSubtype(type, this.elements.getTypeElement(parent.getName()).asType());
	}

}

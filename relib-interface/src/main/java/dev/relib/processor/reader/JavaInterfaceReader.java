// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

import dev.relib.RelibCritical;
import dev.relib.contract.FunctionSignature;

/**
 * Reads an interface for code in its package that implements it.
 */
public final class JavaInterfaceReader {

	/** A class can not implement them as it likes. */
	private static final Set<String> OF_OBJECT = Set.of("clone", "finalize");

	private final Elements elements;

	private final TypeElement type;

	private final JavaValueReader values;

	/**
	 * Creates a reader of one interface.
	 * @param environment the compiler's view of elements and types
	 * @param type the interface
	 */
	public JavaInterfaceReader(ProcessingEnvironment environment, TypeElement type) {
		this.elements = environment.getElementUtils();
		this.type = type;
		this.values = new JavaValueReader(this.elements.getPackageOf(type), this.elements);
	}

	/**
	 * Reads the interface.
	 * @param read the interface as a trait, without problems
	 * @param reserved names of types that the code uses
	 * @return the interface; empty if no class in its package can implement it
	 */
	public Optional<JavaInterface> read(CompiledInterface read, Set<String> reserved) {
		boolean hides = ElementFilter.typesIn(this.elements.getAllMembers(this.type))
			.stream()
			.anyMatch((member) -> reserved.contains(member.getSimpleName().toString()));
		boolean impossible = read.methods().values().stream().anyMatch(JavaInterfaceReader::isOfObject);
		if (hides || impossible || this.type.getModifiers().contains(Modifier.SEALED)) {
			return Optional.empty();
		}
		try {
			String name = this.values.name(this.type);
			List<JavaMethod> methods = read.documented()
				.trait()
				.functions()
				.stream()
				.map((function) -> method(function, read.methods().get(function)))
				.toList();
			return Optional.of(new JavaInterface(this.elements.getPackageOf(this.type).getQualifiedName().toString(),
					name, flatName(this.type), read.documented().trait(), methods));
		}
		catch (InaccessibleTypeException ex) {
			return Optional.empty();
		}
	}

	private static boolean isOfObject(ExecutableElement method) {
		return method.getParameters().isEmpty() && OF_OBJECT.contains(method.getSimpleName().toString());
	}

	private static String flatName(TypeElement type) {
		Element around = type.getEnclosingElement();
		String name = type.getSimpleName().toString();
		return (around.getKind() == ElementKind.PACKAGE) ? name : flatName((TypeElement) around) + "_" + name;
	}

	private JavaMethod method(FunctionSignature function, ExecutableElement method) {
		List<String> names = method.getParameters()
			.stream()
			.map((parameter) -> parameter.getSimpleName().toString())
			.toList();
		List<JavaValue> parameters = IntStream.range(0, names.size())
			.mapToObj(
					(i) -> this.values.of(function.parameters().get(i).type(), method.getParameters().get(i).asType()))
			.toList();
		return new JavaMethod(function, method.getSimpleName().toString(), names, parameters,
				this.values.name(method.getReturnType()),
				this.values.returned(function.returns(), method.getReturnType()), method.isVarArgs(),
				method.getAnnotation(RelibCritical.class) != null);
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.reader;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

import dev.relib.RelibExports;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * Reads an interface that is being compiled as a trait. The rules are those of
 * {@link dev.relib.contract.ContractInterface}, which reads loaded interfaces; the reader
 * reports every violation as a problem of the compilation.
 */
public final class TraitReader {

	private final ProcessingEnvironment environment;

	private final TypeElement type;

	private final Problems problems;

	/**
	 * Creates a reader of one interface.
	 * @param environment the compiler's view of elements and types
	 * @param type the interface
	 * @param problems receives the problems of the interface
	 */
	public TraitReader(ProcessingEnvironment environment, TypeElement type, Problems problems) {
		this.environment = environment;
		this.type = type;
		this.problems = problems;
	}

	/**
	 * Reads the interface.
	 * @return the interface with the functions that have no problem, or empty if the type
	 * cannot be a contract at all
	 */
	public Optional<CompiledInterface> read() {
		new InterfaceCheck(this.environment.getTypeUtils(), this.problems).check(this.type);
		if (this.problems.any()) {
			return Optional.empty();
		}
		Map<FunctionSignature, ExecutableElement> methods = methods();
		Trait trait = new Trait(direction(), this.type.getSimpleName().toString(), List.copyOf(methods.keySet()));
		return Optional.of(new CompiledInterface(document(trait, methods), methods));
	}

	private Direction direction() {
		return (this.type.getAnnotation(RelibExports.class) != null) ? Direction.EXPORTS : Direction.IMPORTS;
	}

	private Map<FunctionSignature, ExecutableElement> methods() {
		FunctionReader reader = new FunctionReader(this.environment, this.type, direction(), this.problems);
		Map<String, ExecutableElement> names = new HashMap<>();
		Map<FunctionSignature, ExecutableElement> functions = new LinkedHashMap<>();
		new AbstractMethods(this.environment).of(this.type)
			.stream()
			.sorted(Comparator.comparing(FunctionReader::nativeName))
			.forEach((method) -> {
				String name = FunctionReader.nativeName(method);
				ExecutableElement other = names.putIfAbsent(name, method);
				if (other == null) {
					reader.read(method).ifPresent((function) -> functions.put(function, method));
				}
				else {
					this.problems.ofMethod(method, "has the same native name, " + name + ", as "
							+ other.getEnclosingElement() + "." + other + "; rename one");
				}
			});
		return functions;
	}

	private DocumentedTrait document(Trait trait, Map<FunctionSignature, ExecutableElement> methods) {
		DocumentationReader reader = new DocumentationReader(this.environment.getElementUtils());
		NamedTypeElements elements = new NamedTypeElements();
		Map<FunctionSignature, Documentation> functions = new HashMap<>();
		methods.forEach((function, method) -> {
			functions.put(function, reader.of(method));
			elements.add(method);
		});
		return new DocumentedTrait(this.type.getQualifiedName().toString(), trait, reader.of(this.type), functions,
				reader.of(trait.namedTypes(), elements));
	}

}

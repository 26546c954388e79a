package dev.relib.processor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

import dev.relib.RelibExports;
import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * Reads an interface that is being compiled as a trait, by the rules of
 * {@link dev.relib.contract.ContractInterface}, and reports what breaks them.
 */
final class TraitReader {

	private final ProcessingEnvironment environment;

	private final TypeElement type;

	private final SharedNames names;

	private final Problems problems;

	TraitReader(ProcessingEnvironment environment, TypeElement type, SharedNames names, Problems problems) {
		this.environment = environment;
		this.type = type;
		this.names = names;
		this.problems = problems;
	}

	/**
	 * Reads the interface.
	 * @param languages the languages in which its names have to be possible
	 * @return the trait, or empty if a problem was reported
	 */
	Optional<DocumentedTrait> read(List<Bindings> languages) {
		new InterfaceCheck(this.environment.getTypeUtils(), this.problems).check(this.type);
		if (this.problems.any()) {
			return Optional.empty();
		}
		Map<FunctionSignature, ExecutableElement> methods = methods();
		Trait trait = new Trait(direction(), this.type.getSimpleName().toString(), List.copyOf(methods.keySet()));
		checkNames(trait, methods, languages);
		if (!this.problems.any()) {
			this.names.claim(trait, methods, languages, this.problems);
		}
		return this.problems.any() ? Optional.empty() : Optional.of(document(trait, methods));
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

	private void checkNames(Trait trait, Map<FunctionSignature, ExecutableElement> methods, List<Bindings> languages) {
		first(languages, (language) -> language.refuse(trait)).ifPresentOrElse(this.problems::ofType,
				() -> methods.forEach((function, method) -> first(languages, (language) -> language.refuse(function))
					.ifPresent((problem) -> this.problems.ofMethod(method, problem))));
	}

	private static Optional<String> first(List<Bindings> languages, Function<Bindings, Optional<String>> refusal) {
		return languages.stream().map(refusal).flatMap(Optional::stream).findFirst();
	}

	private DocumentedTrait document(Trait trait, Map<FunctionSignature, ExecutableElement> methods) {
		DocumentationReader reader = new DocumentationReader(this.environment.getElementUtils());
		NamedElements named = new NamedElements();
		Map<FunctionSignature, Documentation> functions = new HashMap<>();
		methods.forEach((function, method) -> {
			functions.put(function, reader.of(method));
			named.add(method);
		});
		return new DocumentedTrait(this.type.getQualifiedName().toString(), trait, reader.of(this.type), functions,
				reader.of(trait.named(), named));
	}

}

package dev.relib.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * How a function looks in C++: what the module's author sees of it, and how it crosses.
 */
final class CppFunction {

	private final FunctionSignature function;

	private final List<String> names;

	private final String namespace;

	private final String name;

	CppFunction(Trait trait, FunctionSignature function) {
		this.function = function;
		this.names = CNames.parameters(function);
		this.namespace = CppNames.namespace(trait);
		this.name = CppNames.of(trait, function);
	}

	CppType returns() {
		return CppType.of(this.function.returns());
	}

	Optional<CppType> error() {
		return this.function.error().map(CppType::of);
	}

	String qualifiedName() {
		return this.namespace + "::" + this.name;
	}

	/**
	 * The function that the author writes or calls.
	 * @param name its name, with or without namespace
	 * @return its declaration, without semicolon
	 */
	String prototype(String name) {
		return returns().result() + " " + name + "(" + parameters(CppType::argument).collect(Collectors.joining(", "))
				+ ")";
	}

	/**
	 * The function that the author writes or calls, inside of its namespace.
	 * @return its declaration, without semicolon
	 */
	String prototype() {
		return prototype(this.name);
	}

	/**
	 * The parameters as the other side passes or takes them.
	 * @return the parameters, what receives the outcome first
	 */
	String crossing() {
		String error = error().isPresent() ? ", void **relib_error" : "";
		return Stream.concat(Stream.of("std::uint8_t *relib_success" + error), parameters(CppType::crossing))
			.collect(Collectors.joining(", "));
	}

	/**
	 * The arguments of the kit's function that calls the author's.
	 * @return a list of expressions
	 */
	String callArguments() {
		String error = error().isPresent() ? ", relib_error" : "";
		return Stream.concat(Stream.of("relib_success" + error), this.names.stream()).collect(Collectors.joining(", "));
	}

	/**
	 * The arguments of the kit's function that calls the host's.
	 * @return a list of expressions
	 */
	String importArguments() {
		String symbols = this.function.symbol() + (returns().isBoxed() ? ", " + this.function.postSymbol() : "");
		return Stream.concat(Stream.of("\"" + this.function.qualifiedName() + "\"", symbols), this.names.stream())
			.collect(Collectors.joining(", "));
	}

	private Stream<String> parameters(Function<CppType, String> type) {
		return IntStream.range(0, this.names.size())
			.mapToObj((i) -> type.apply(CppType.of(this.function.parameters().get(i).type())) + this.names.get(i));
	}

}

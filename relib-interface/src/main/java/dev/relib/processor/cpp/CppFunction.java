// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.cfamily.MemberNames;

/**
 * Declares and calls a function in C++, in the form that the module author sees and in
 * the form of the ABI.
 */
final class CppFunction {

	private final FunctionSignature function;

	private final List<String> parameters;

	private final String namespace;

	private final String name;

	CppFunction(Trait trait, FunctionSignature function) {
		this.function = function;
		this.parameters = MemberNames.parameters(function);
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
	 * Declares the function that the author implements or calls.
	 * @param name its name, with or without namespace
	 * @return the declaration without a semicolon
	 */
	String prototype(String name) {
		return returns().result() + " " + name + "(" + parameters(CppType::argument).collect(Collectors.joining(", "))
				+ ")";
	}

	/**
	 * Declares the function that the author implements or calls, inside of its namespace.
	 * @return the declaration without a semicolon
	 */
	String prototype() {
		return prototype(this.name);
	}

	/**
	 * Declares the parameters of the ABI's function.
	 * @return the parameters, beginning with the pointer to the outcome
	 */
	String abiParameters() {
		String error = error().isPresent() ? ", void **relib_error" : "";
		return Stream.concat(Stream.of("std::uint8_t *relib_success" + error), parameters(CppType::abiArgument))
			.collect(Collectors.joining(", "));
	}

	/**
	 * Lists the arguments for the function of the kit that calls the author's function.
	 * @return a list of expressions
	 */
	String callArguments() {
		String error = error().isPresent() ? ", relib_error" : "";
		return Stream.concat(Stream.of("relib_success" + error), this.parameters.stream())
			.collect(Collectors.joining(", "));
	}

	/**
	 * Lists the arguments for the function of the kit that calls the host's function.
	 * @return a list of expressions
	 */
	String importArguments() {
		String symbols = this.function.symbol() + (returns().isBoxed() ? ", " + this.function.freeSymbol() : "");
		return Stream.concat(Stream.of("\"" + this.function.qualifiedName() + "\"", symbols), this.parameters.stream())
			.collect(Collectors.joining(", "));
	}

	private Stream<String> parameters(Function<CppType, String> type) {
		return IntStream.range(0, this.parameters.size())
			.mapToObj((i) -> type.apply(CppType.of(this.function.parameters().get(i).type())) + this.parameters.get(i));
	}

}

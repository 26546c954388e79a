// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.ValueType;
import dev.relib.processor.bindings.ContractTypes;
import dev.relib.processor.cfamily.MemberNames;

/**
 * Declares and calls a function in C, in the form that the module author sees and in the
 * form of the ABI.
 */
final class CFunction {

	private final FunctionSignature function;

	private final List<String> parameters;

	CFunction(FunctionSignature function) {
		this.function = function;
		this.parameters = MemberNames.parameters(function);
	}

	CType returns() {
		return CType.of(this.function.returns());
	}

	Optional<CType> error() {
		return this.function.error().map(CType::of);
	}

	/**
	 * Declares the function that the author implements or calls.
	 * @return the declaration without a semicolon
	 */
	String prototype() {
		Stream<String> parameters = Stream.concat(each((type, name) -> CType.of(type).argument() + name),
				outParameters());
		String all = parameters.collect(Collectors.joining(", "));
		return (error().isPresent() ? "bool" : returns().result()) + " " + CNames.of(this.function) + "("
				+ (all.isEmpty() ? "void" : all) + ")";
	}

	/**
	 * A function with a declared error returns its result or its error through pointers.
	 */
	private Stream<String> outParameters() {
		if (error().isEmpty()) {
			return Stream.empty();
		}
		Stream<String> result = returns().isVoid() ? Stream.empty() : Stream.of(returns().result() + " *result");
		return Stream.concat(result, Stream.of(error().get().result() + " *error"));
	}

	/**
	 * Declares the function of the ABI.
	 * @param declarator its name, or a function pointer in parentheses
	 * @return the declaration without a semicolon
	 */
	String abiPrototype(String declarator) {
		String parameters = each((type, name) -> ", " + CType.of(type).abiArgument() + name)
			.collect(Collectors.joining());
		return returns().declareAbiResult(declarator + "(uint8_t *relib_success"
				+ (error().isPresent() ? ", void **relib_error" : "") + parameters + ")");
	}

	/**
	 * Calls the author's function with the arguments of the ABI.
	 * @param outArguments pointers to the result and the error, if the function declares
	 * an error
	 * @return an expression
	 */
	String call(String... outArguments) {
		Stream<String> arguments = each(
				(type, name) -> CType.of(type).isEnum() ? "(" + CType.of(type).result() + ")" + name : name);
		return CNames.of(this.function) + "("
				+ Stream.concat(arguments, Stream.of(outArguments)).collect(Collectors.joining(", ")) + ")";
	}

	/**
	 * Calls the host's function through its import slot, with the author's arguments.
	 * @return an expression
	 */
	String callHost() {
		Stream<String> arguments = each((type, name) -> CType.of(type).isEnum() ? "(int32_t)" + name : name);
		return this.function.symbol() + "("
				+ Stream.concat(Stream.of("&relib_success"), arguments).collect(Collectors.joining(", ")) + ")";
	}

	/**
	 * Checks that the enums in arguments are in range.
	 * @return statements, empty if no argument contains an enum
	 */
	String checks() {
		return each((type,
				name) -> ContractTypes.containsEnum(type) ? "\trelib_value_check(" + CType.of(type).descriptor() + ", "
						+ (CType.of(type).argument().endsWith("*") ? name : "&" + name) + ");\n" : "")
			.collect(Collectors.joining());
	}

	private Stream<String> each(BiFunction<ValueType, String, String> text) {
		return IntStream.range(0, this.parameters.size())
			.mapToObj((i) -> text.apply(this.function.parameters().get(i).type(), this.parameters.get(i)));
	}

}

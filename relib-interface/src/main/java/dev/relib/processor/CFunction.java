package dev.relib.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.ValueType;

/**
 * How a function looks in C: what the module's author sees of it, and how it crosses.
 */
final class CFunction {

	private final FunctionSignature function;

	private final List<String> names;

	CFunction(FunctionSignature function) {
		this.function = function;
		this.names = CNames.parameters(function);
	}

	CType returns() {
		return CType.of(this.function.returns());
	}

	Optional<CType> error() {
		return this.function.error().map(CType::of);
	}

	/**
	 * The function that the author writes or calls.
	 * @return its declaration, without semicolon
	 */
	String prototype() {
		Stream<String> parameters = Stream.concat(each((type, name) -> CType.of(type).argument() + name), results());
		String all = parameters.collect(Collectors.joining(", "));
		return (error().isPresent() ? "bool" : returns().result()) + " " + CNames.of(this.function) + "("
				+ (all.isEmpty() ? "void" : all) + ")";
	}

	/**
	 * Where a function that declares an error leaves what it has to give.
	 */
	private Stream<String> results() {
		if (error().isEmpty()) {
			return Stream.empty();
		}
		Stream<String> result = returns().isNothing() ? Stream.empty() : Stream.of(returns().result() + " *result");
		return Stream.concat(result, Stream.of(error().get().result() + " *error"));
	}

	/**
	 * The function that the other side calls or offers.
	 * @param declarator its name, or a pointer in parentheses
	 * @return its declaration, without semicolon
	 */
	String crossing(String declarator) {
		String parameters = each((type, name) -> ", " + CType.of(type).crossing() + name).collect(Collectors.joining());
		return returns().declareCrossing(declarator + "(uint8_t *relib_success"
				+ (error().isPresent() ? ", void **relib_error" : "") + parameters + ")");
	}

	/**
	 * Calls the author's function with what has crossed.
	 * @param results where it leaves what it has to give, if it declares an error
	 * @return an expression
	 */
	String call(String... results) {
		Stream<String> arguments = each(
				(type, name) -> CType.of(type).isEnum() ? "(" + CType.of(type).result() + ")" + name : name);
		return CNames.of(this.function) + "("
				+ Stream.concat(arguments, Stream.of(results)).collect(Collectors.joining(", ")) + ")";
	}

	String callCrossing() {
		Stream<String> arguments = each((type, name) -> CType.of(type).isEnum() ? "(int32_t)" + name : name);
		return this.function.symbol() + "("
				+ Stream.concat(Stream.of("&relib_success"), arguments).collect(Collectors.joining(", ")) + ")";
	}

	/**
	 * Refuses arguments in which an enum is no constant.
	 * @return statements
	 */
	String checks() {
		return each((type,
				name) -> UsedTypes.holdsEnum(type) ? "\trelib_value_check(" + CType.of(type).type() + ", "
						+ (CType.of(type).argument().endsWith("*") ? name : "&" + name) + ");\n" : "")
			.collect(Collectors.joining());
	}

	private Stream<String> each(BiFunction<ValueType, String, String> text) {
		return IntStream.range(0, this.names.size())
			.mapToObj((i) -> text.apply(this.function.parameters().get(i).type(), this.names.get(i)));
	}

}

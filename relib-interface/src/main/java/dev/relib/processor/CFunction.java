package dev.relib.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.FunctionSignature;

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

	/**
	 * The function that the author writes or calls.
	 * @return its declaration, without semicolon
	 */
	String prototype() {
		String parameters = this.names.isEmpty() ? "void" : parameters();
		return returns().result() + " " + CNames.of(this.function) + "(" + parameters + ")";
	}

	/**
	 * The function that the other side calls or offers.
	 * @param declarator its name, or a pointer in parentheses
	 * @return its declaration, without semicolon
	 */
	String crossing(String declarator) {
		String parameters = this.names.isEmpty() ? "" : ", " + parameters();
		return returns().declareCrossing(declarator + "(uint8_t *relib_success" + parameters + ")");
	}

	String call() {
		return CNames.of(this.function) + "(" + String.join(", ", this.names) + ")";
	}

	String callCrossing() {
		String arguments = this.names.stream().map((name) -> ", " + name).collect(Collectors.joining());
		return this.function.symbol() + "(&relib_success" + arguments + ")";
	}

	private String parameters() {
		return IntStream.range(0, this.names.size())
			.mapToObj((i) -> CType.of(this.function.parameters().get(i).type()).argument() + " " + this.names.get(i))
			.collect(Collectors.joining(", "));
	}

}

package dev.relib.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Scalar;
import dev.relib.contract.Trait;

/**
 * How a function looks in Rust.
 */
final class RustFunction {

	private final FunctionSignature function;

	private final String name;

	private final List<String> parameters;

	RustFunction(Trait trait, FunctionSignature function) {
		this.function = function;
		this.name = RustNames.of(trait, function);
		this.parameters = RustNames.parameters(function);
	}

	/**
	 * The function that the author writes.
	 * @return its declaration, with semicolon
	 */
	String declaration() {
		boolean returns = this.function.returns() != Scalar.UNIT;
		return prototype() + (returns ? " -> " + RustType.of(this.function.returns()).result() : "") + ";";
	}

	/**
	 * The function for the kit's macro that exports it, which is used where the author's
	 * names are in scope.
	 * @return a line of the macro's input
	 */
	String exported() {
		return prototype() + " -> " + RustType.of(this.function.returns()).path() + " = " + symbols() + ";";
	}

	/**
	 * The function for the kit's macro that imports it.
	 * @return a line of the macro's input
	 */
	String imported() {
		return prototype() + " -> " + RustType.of(this.function.returns()).result() + " = \""
				+ this.function.qualifiedName() + "\", " + symbols() + ";";
	}

	/**
	 * What the documentation says about arguments and result.
	 * @param documentation the function's documentation
	 * @return a list and a sentence, or nothing
	 */
	String values(Documentation documentation) {
		String described = IntStream.range(0, this.parameters.size())
			.filter((i) -> documentation.parameters().containsKey(parameter(i)))
			.mapToObj((i) -> "- `" + this.parameters.get(i) + "`: "
					+ documentation.parameters().get(parameter(i)).replace("\n", "\n  "))
			.collect(Collectors.joining("\n"));
		String returns = documentation.returns().isEmpty() ? "" : "Returns " + documentation.returns();
		return (described + "\n\n" + returns).strip();
	}

	private String parameter(int i) {
		return this.function.parameters().get(i).name();
	}

	private String prototype() {
		return "fn " + this.name
				+ IntStream.range(0, this.parameters.size())
					.mapToObj((i) -> this.parameters.get(i) + ": " + type(i).argument())
					.collect(Collectors.joining(", ", "(", ")"));
	}

	private RustType type(int i) {
		return RustType.of(this.function.parameters().get(i).type());
	}

	private String symbols() {
		String symbol = "\"" + this.function.symbol() + "\"";
		return this.function.returnsBox() ? symbol + ", \"" + this.function.postSymbol() + "\"" : symbol;
	}

}

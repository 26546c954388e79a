package dev.relib.processor;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;

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
		String result = RustType.of(this.function.returns()).result();
		if (this.function.error().isPresent()) {
			result = "Result<" + result + ", " + RustType.of(this.function.error().get()).result() + ">";
		}
		return prototype(RustType::of) + (result.equals("()") ? "" : " -> " + result) + ";";
	}

	/**
	 * The function for the kit's macro that exports it, which is used where the author's
	 * names are in scope.
	 * @return a line of the macro's input
	 */
	String exported() {
		String error = this.function.error().map((type) -> ", " + outside(type).result()).orElse("");
		return prototype(RustFunction::outside) + " -> " + outside(this.function.returns()).result() + error + " = "
				+ symbols() + ";";
	}

	private static RustType outside(ValueType type) {
		return RustType.outside(type, "$module");
	}

	/**
	 * The function for the kit's macro that imports it.
	 * @return a line of the macro's input
	 */
	String imported() {
		return prototype(RustType::of) + " -> " + RustType.of(this.function.returns()).result() + " = \""
				+ this.function.qualifiedName() + "\", " + symbols() + ";";
	}

	/**
	 * What the documentation says about arguments and result.
	 * @param documentation the function's documentation
	 * @return a list and a sentence, or nothing
	 */
	String values(Documentation documentation) {
		return FunctionComment.values(this.function, this.parameters, documentation, "- `%s`: ", "Returns ", "\n");
	}

	private String prototype(Function<ValueType, RustType> names) {
		return "fn " + this.name
				+ IntStream.range(0, this.parameters.size())
					.mapToObj((i) -> this.parameters.get(i) + ": "
							+ names.apply(this.function.parameters().get(i).type()).argument())
					.collect(Collectors.joining(", ", "(", ")"));
	}

	private String symbols() {
		String symbols = "\"" + this.function.symbol() + "\"";
		if (this.function.returnsBox()) {
			symbols += ", \"" + this.function.postSymbol() + "\"";
		}
		return this.function.error().isPresent() ? symbols + ", error \"" + this.function.errorSymbol() + "\""
				: symbols;
	}

}

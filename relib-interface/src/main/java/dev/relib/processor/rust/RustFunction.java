// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;
import dev.relib.processor.bindings.FunctionComment;
import dev.relib.processor.reader.Documentation;

/**
 * Declares a function in Rust.
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
	 * Declares the function that the author implements.
	 * @return the declaration with a semicolon
	 */
	String declaration() {
		String result = RustType.of(this.function.returns()).result();
		if (this.function.error().isPresent()) {
			result = "Result<" + result + ", " + RustType.of(this.function.error().get()).result() + ">";
		}
		return prototype(RustType::of) + (result.equals("()") ? "" : " -> " + result) + ";";
	}

	/**
	 * Describes the function to the macro of the kit that exports it. The macro expands
	 * where the author's names are in scope, so that all types are qualified.
	 * @return a line of the macro's input
	 */
	String exported() {
		String error = this.function.error().map((type) -> ", " + qualified(type).result()).orElse("");
		return prototype(RustFunction::qualified) + " -> " + qualified(this.function.returns()).result() + error + " = "
				+ symbols() + ";";
	}

	private static RustType qualified(ValueType type) {
		return RustType.qualified(type, "$module");
	}

	/**
	 * Describes the function to the macro of the kit that imports it.
	 * @return a line of the macro's input
	 */
	String imported() {
		return prototype(RustType::of) + " -> " + RustType.of(this.function.returns()).result() + " = \""
				+ this.function.qualifiedName() + "\", " + symbols() + ";";
	}

	/**
	 * Describes arguments and result as the interface documents them.
	 * @param documentation the documentation of the function's method
	 * @return a list and a sentence, or an empty string if nothing is documented
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
		if (this.function.returnsOwned()) {
			symbols += ", \"" + this.function.freeSymbol() + "\"";
		}
		return this.function.error().isPresent() ? symbols + ", error \"" + this.function.errorFreeSymbol() + "\""
				: symbols;
	}

}

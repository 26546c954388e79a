// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.Map;

import dev.relib.contract.FunctionSignature;
import dev.relib.processor.bindings.Template;

/**
 * Writes the glue code of a function that the module implements.
 */
final class CExport {

	private static final String FUNCTION = """
			RELIB_EXPORT ${prototype};
			RELIB_EXPORT ${prototype}
			{
				RELIB_BOUNDARY(relib_success, return${failure});
			${body}	relib_boundary_leave(&relib_boundary_here, relib_success);
			${return}}
			""";

	private static final String FREE_FUNCTION = """

			RELIB_EXPORT void ${symbol}(void *relib_box);
			RELIB_EXPORT void ${symbol}(void *relib_box)
			{
				relib_value_unbox(${type}, relib_box);
			}
			""";

	private static final String TRY = """
			${declare}	${error} relib_failure = {0};
				if (!${call}) {
					*relib_error = relib_value_box(${error_type}, &relib_failure);
					relib_boundary_leave(&relib_boundary_here, relib_success);
					*relib_success = RELIB_DECLARED_ERROR;
					return${failure};
				}
			""";

	private final FunctionSignature signature;

	private final CFunction function;

	private final CType type;

	private CExport(FunctionSignature signature) {
		this.signature = signature;
		this.function = new CFunction(signature);
		this.type = this.function.returns();
	}

	static String text(FunctionSignature signature) {
		CExport export = new CExport(signature);
		String text = Template.fill(FUNCTION,
				Map.of("prototype", export.function.abiPrototype(signature.symbol()), "body",
						export.function.checks() + export.body(), "return",
						export.type.isVoid() ? "" : "\treturn relib_result;\n", "failure", export.failureResult()));
		if (export.type.isBoxed()) {
			text += freeFunction(signature.freeSymbol(), export.type);
		}
		return text
				+ export.function.error().map((error) -> freeFunction(signature.errorFreeSymbol(), error)).orElse("");
	}

	private String failureResult() {
		return this.type.isVoid() ? "" : " " + this.type.failureResult();
	}

	private static String freeFunction(String symbol, CType type) {
		return Template.fill(FREE_FUNCTION, Map.of("symbol", symbol, "type", type.descriptor()));
	}

	private String body() {
		if (this.signature.error().isPresent()) {
			return tryCall() + toAbi("relib_value");
		}
		if (this.type.isVoid()) {
			return "\t" + this.function.call() + ";\n";
		}
		return this.type.isBoxed() ? declare(this.function.call()) + toAbi("relib_value") : toAbi(this.function.call());
	}

	private String tryCall() {
		CType error = this.function.error().orElseThrow();
		String call = this.type.isVoid() ? this.function.call("&relib_failure")
				: this.function.call("&relib_value", "&relib_failure");
		return Template.fill(TRY, Map.of("declare", this.type.isVoid() ? "" : declare("{0}"), "error", error.result(),
				"error_type", error.descriptor(), "call", call, "failure", failureResult()));
	}

	private String declare(String value) {
		return "\t" + this.type.result() + " relib_value = " + value + ";\n";
	}

	/** Converts a result of the author's function to the result of the ABI. */
	private String toAbi(String value) {
		if (this.type.isVoid()) {
			return "";
		}
		String converted = this.type.isBoxed() ? "relib_value_box(" + this.type.descriptor() + ", &" + value + ")"
				: this.type.isEnum() ? "(int32_t)" + value : value;
		return "\t" + this.type.declareAbiResult("relib_result") + " = " + converted + ";\n";
	}

}

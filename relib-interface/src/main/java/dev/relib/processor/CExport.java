package dev.relib.processor;

import java.util.Map;

import dev.relib.contract.FunctionSignature;

/**
 * The glue of a function that the module implements.
 */
final class CExport {

	private static final String FUNCTION = """
			RELIB_EXPORT ${crossing};
			RELIB_EXPORT ${crossing}
			{
				RELIB_BOUNDARY(relib_success, return${nothing});
			${body}	relib_boundary_leave(&relib_boundary_here, relib_success);
			${return}}
			""";

	private static final String GIVE_BACK = """

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
					return${nothing};
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
				Map.of("crossing", export.function.crossing(signature.symbol()), "body",
						export.function.checks() + export.body(), "return",
						export.type.isNothing() ? "" : "\treturn relib_result;\n", "nothing", export.nothing()));
		if (export.type.isBoxed()) {
			text += giveBack(signature.postSymbol(), export.type);
		}
		return text + export.function.error().map((error) -> giveBack(signature.errorSymbol(), error)).orElse("");
	}

	private String nothing() {
		return this.type.isNothing() ? "" : " " + this.type.nothing();
	}

	private static String giveBack(String symbol, CType type) {
		return Template.fill(GIVE_BACK, Map.of("symbol", symbol, "type", type.type()));
	}

	private String body() {
		if (this.signature.error().isPresent()) {
			return attempt() + cross("relib_value");
		}
		if (this.type.isNothing()) {
			return "\t" + this.function.call() + ";\n";
		}
		return this.type.isBoxed() ? declare(this.function.call()) + cross("relib_value") : cross(this.function.call());
	}

	private String attempt() {
		CType error = this.function.error().orElseThrow();
		String call = this.type.isNothing() ? this.function.call("&relib_failure")
				: this.function.call("&relib_value", "&relib_failure");
		return Template.fill(TRY, Map.of("declare", this.type.isNothing() ? "" : declare("{0}"), "error",
				error.result(), "error_type", error.type(), "call", call, "nothing", nothing()));
	}

	private String declare(String value) {
		return "\t" + this.type.result() + " relib_value = " + value + ";\n";
	}

	/** Makes of what the author's function returns what crosses. */
	private String cross(String value) {
		if (this.type.isNothing()) {
			return "";
		}
		String crossing = this.type.isBoxed() ? "relib_value_box(" + this.type.type() + ", &" + value + ")"
				: this.type.isEnum() ? "(int32_t)" + value : value;
		return "\t" + this.type.declareCrossing("relib_result") + " = " + crossing + ";\n";
	}

}

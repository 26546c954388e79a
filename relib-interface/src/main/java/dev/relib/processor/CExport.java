package dev.relib.processor;

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
		String text = FUNCTION.replace("${crossing}", export.function.crossing(signature.symbol()))
			.replace("${body}", export.function.checks() + export.body())
			.replace("${return}", export.type.isNothing() ? "" : "\treturn relib_result;\n")
			.replace("${nothing}", export.type.isNothing() ? "" : " " + export.type.nothing());
		if (export.type.isBoxed()) {
			text += giveBack(signature.postSymbol(), export.type);
		}
		return text + export.function.error().map((error) -> giveBack(signature.errorSymbol(), error)).orElse("");
	}

	private static String giveBack(String symbol, CType type) {
		return GIVE_BACK.replace("${symbol}", symbol).replace("${type}", type.type());
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
		return TRY.replace("${declare}", this.type.isNothing() ? "" : declare("{0}"))
			.replace("${error}", error.result())
			.replace("${error_type}", error.type())
			.replace("${call}", call);
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

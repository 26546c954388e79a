package dev.relib.processor;

import dev.relib.contract.FunctionSignature;

/**
 * The glue of a function that the host implements.
 */
final class CImport {

	private static final String SLOT = """
			RELIB_IMPORT_SLOT ${slot} = NULL;
			""";

	private static final String POST_SLOT = """
			RELIB_IMPORT_SLOT void (*${post})(void *relib_box) = NULL;
			""";

	private static final String FUNCTION = """

			${prototype}
			{
				uint8_t relib_success = RELIB_PANICKED;
				if (${unbound}) {
					relib_import_unbound("${name}");
				}
				${call};
				if (relib_success != RELIB_RETURNED) {
					relib_import_failed("${name}");
				}
			${return}}
			""";

	private static final String RETURN_BOXED = """
				${result} relib_value;
				relib_value_take(${type}, &relib_value, relib_result, ${post});
				return relib_value;
			""";

	private static final String RETURN_CONSTANT = """
				relib_value_check(${type}, &relib_result);
				return (${result})relib_result;
			""";

	private static final String RETURN = """
				return relib_result;
			""";

	private CImport() {
	}

	static String text(FunctionSignature signature) {
		CFunction function = new CFunction(signature);
		CType type = function.returns();
		String slot = signature.symbol();
		String post = signature.postSymbol();
		String call = function.callCrossing();
		return (type.isBoxed() ? SLOT + POST_SLOT + FUNCTION : SLOT + FUNCTION)
			.replace("${slot}", function.crossing("(*" + slot + ")"))
			.replace("${prototype}", function.prototype())
			.replace("${unbound}", type.isBoxed() ? slot + " == NULL || " + post + " == NULL" : slot + " == NULL")
			.replace("${call}", type.isNothing() ? call : type.declareCrossing("relib_result") + " = " + call)
			.replace("${return}", returned(type))
			.replace("${name}", signature.qualifiedName())
			.replace("${post}", post)
			.replace("${type}", type.type())
			.replace("${result}", type.result());
	}

	private static String returned(CType type) {
		if (type.isNothing()) {
			return "";
		}
		return type.isBoxed() ? RETURN_BOXED : type.isEnum() ? RETURN_CONSTANT : RETURN;
	}

}

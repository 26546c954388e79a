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
			RELIB_IMPORT_SLOT void (*${post})(${type} *relib_box) = NULL;
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

	private static final String COPY = """
			/* Copies what the host returned and gives the box back, then fails if memory was short. */
			static ${type} relib_take_${box}(${type} *box, void (*give_back)(${type} *))
			{
				${type} copy = {NULL, box->len};
				if (copy.len != 0) {
					copy.ptr = malloc(copy.len);
				}
				if (copy.ptr != NULL) {
					memcpy(copy.ptr, box->ptr, copy.len);
				}
				give_back(box);
				if (copy.ptr == NULL && copy.len != 0) {
					relib_panic("no memory for the %zu bytes that an import returned", copy.len);
				}
				return copy;
			}
			""";

	private CImport() {
	}

	static String text(FunctionSignature signature) {
		CFunction function = new CFunction(signature);
		CType type = function.returns();
		String slot = signature.symbol();
		String post = signature.postSymbol();
		String call = function.callCrossing();
		String result = "";
		if (!type.nothing().isEmpty()) {
			call = type.declareCrossing("relib_result") + " = " + call;
			result = type.isBoxed() ? "\treturn relib_take_" + type.box() + "(relib_result, " + post + ");\n"
					: "\treturn relib_result;\n";
		}
		return (type.isBoxed() ? SLOT + POST_SLOT + FUNCTION : SLOT + FUNCTION)
			.replace("${slot}", function.crossing("(*" + slot + ")"))
			.replace("${prototype}", function.prototype())
			.replace("${unbound}", type.isBoxed() ? slot + " == NULL || " + post + " == NULL" : slot + " == NULL")
			.replace("${call}", call)
			.replace("${return}", result)
			.replace("${name}", signature.qualifiedName())
			.replace("${post}", post)
			.replace("${type}", type.result())
			.replace("${box}", type.box());
	}

	/**
	 * The function that takes a box of the host over.
	 * @param type what is in the box
	 * @return the function's definition
	 */
	static String copy(CType type) {
		return COPY.replace("${type}", type.result()).replace("${box}", type.box());
	}

}

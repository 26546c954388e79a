// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.Map;

import dev.relib.contract.FunctionSignature;
import dev.relib.processor.bindings.Template;

/**
 * Writes the glue code of a function that the host implements.
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
				if (!relib_stack_suits("${name}")) {
					relib_import_failed("${name}");
				}
				relib_computing relib_before;
				relib_compute_as_java(&relib_before);
				${call};
				relib_compute_as(&relib_before);
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

	private static final String RETURN_ENUM = """
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
		String post = signature.freeSymbol();
		String call = function.callHost();
		return Template.fill(type.isBoxed() ? SLOT + POST_SLOT + FUNCTION : SLOT + FUNCTION,
				Map.of("slot", function.abiPrototype("(*" + slot + ")"), "prototype", function.prototype(), "unbound",
						type.isBoxed() ? slot + " == NULL || " + post + " == NULL" : slot + " == NULL", "call",
						type.isVoid() ? call : type.declareAbiResult("relib_result") + " = " + call, "return",
						returned(type, post), "name", signature.qualifiedName(), "post", post));
	}

	private static String returned(CType type, String post) {
		if (type.isVoid()) {
			return "";
		}
		return Template.fill(type.isBoxed() ? RETURN_BOXED : type.isEnum() ? RETURN_ENUM : RETURN,
				Map.of("type", type.descriptor(), "result", type.result(), "post", post));
	}

}

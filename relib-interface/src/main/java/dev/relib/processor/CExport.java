package dev.relib.processor;

import dev.relib.contract.FunctionSignature;

/**
 * The glue of a function that the module implements.
 */
final class CExport {

	private static final String NOTHING = """
			RELIB_EXPORT ${crossing};
			RELIB_EXPORT ${crossing}
			{
				RELIB_BOUNDARY(relib_success, return);
				${call};
				relib_boundary_leave(&relib_boundary_here, relib_success);
			}
			""";

	private static final String VALUE = """
			RELIB_EXPORT ${crossing};
			RELIB_EXPORT ${crossing}
			{
				RELIB_BOUNDARY(relib_success, return ${nothing});
				${result} = ${call};
				relib_boundary_leave(&relib_boundary_here, relib_success);
				return relib_result;
			}
			""";

	private static final String POST = """

			RELIB_EXPORT void ${post}(${type} *relib_box);
			RELIB_EXPORT void ${post}(${type} *relib_box)
			{
				relib_unbox_${box}(relib_box);
			}
			""";

	private CExport() {
	}

	static String text(FunctionSignature signature) {
		CFunction function = new CFunction(signature);
		CType type = function.returns();
		String call = type.isBoxed() ? "relib_box_" + type.box() + "(" + function.call() + ")" : function.call();
		String template = type.nothing().isEmpty() ? NOTHING : VALUE;
		return (type.isBoxed() ? template + POST : template)
			.replace("${crossing}", function.crossing(signature.symbol()))
			.replace("${call}", call)
			.replace("${nothing}", type.nothing())
			.replace("${result}", type.declareCrossing("relib_result"))
			.replace("${post}", signature.postSymbol())
			.replace("${type}", type.result())
			.replace("${box}", type.box());
	}

}

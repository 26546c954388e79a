package dev.relib.processor;

import java.util.stream.Collectors;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * The source file of a trait: what stands between the author's functions and the host.
 */
final class CppGlue {

	private static final String EXPORT = """

			RELIB_EXPORT ${given}${symbol}(${parameters});
			RELIB_EXPORT ${given}${symbol}(${parameters})
			{
				return relib::glue::run(relib_success, [&] { return ${call}; });
			}
			""";

	private static final String POST_EXPORT = """

			RELIB_EXPORT void ${post}(void *relib_box);
			RELIB_EXPORT void ${post}(void *relib_box)
			{
				relib::glue::drop_given<${result}>(relib_box);
			}
			""";

	private static final String SLOT = """

			extern "C" {
			RELIB_IMPORT_SLOT ${lent}(*${symbol})(${parameters}) = nullptr;
			}
			""";

	private static final String SLOTS = """

			extern "C" {
			RELIB_IMPORT_SLOT ${lent}(*${symbol})(${parameters}) = nullptr;
			RELIB_IMPORT_SLOT void (*${post})(${lent}relib_box) = nullptr;
			}
			""";

	private static final String IMPORT_OF_NOTHING = """

			${prototype}
			{
				std::uint8_t relib_success = RELIB_PANICKED;
				relib::glue::require_bound("${name}", ${symbol});
				${call};
				relib::glue::succeeded("${name}", relib_success);
			}
			""";

	private static final String IMPORT = """

			${prototype}
			{
				std::uint8_t relib_success = RELIB_PANICKED;
				relib::glue::require_bound("${name}", ${symbol});
				${lent}relib_result = ${call};
				return relib::glue::succeeded("${name}", relib_success) ? relib_result : ${result}();
			}
			""";

	private static final String BOXED_IMPORT = """

			${prototype}
			{
				std::uint8_t relib_success = RELIB_PANICKED;
				relib::glue::require_bound("${name}", ${symbol});
				relib::glue::require_bound("${name}", ${post});
				${lent}relib_result = ${call};
				return relib::glue::succeeded("${name}", relib_success) ? relib::glue::take<${result}>(relib_result, ${post})
						: ${result}();
			}
			""";

	private final DocumentedTrait source;

	private final Trait trait;

	CppGlue(DocumentedTrait source) {
		this.source = source;
		this.trait = source.trait();
	}

	String text() {
		boolean exported = this.trait.direction() == Direction.EXPORTS;
		String functions = this.trait.functions()
			.stream()
			.map((function) -> exported ? exported(function) : imported(function))
			.collect(Collectors.joining());
		return "/* Generated from " + this.source.source() + ". Do not edit. */\n#include \"" + CNames.of(this.trait)
				+ ".hpp\"\n" + functions;
	}

	private String exported(FunctionSignature signature) {
		CppFunction function = new CppFunction(this.trait, signature);
		String call = signature.returnsBox() ? "relib::glue::give(" + function.call() + ")" : function.call();
		return fill(signature.returnsBox() ? EXPORT + POST_EXPORT : EXPORT, signature).replace("${call}", call);
	}

	private String imported(FunctionSignature signature) {
		CppFunction function = new CppFunction(this.trait, signature);
		String template = SLOT + (function.returns().c().nothing().isEmpty() ? IMPORT_OF_NOTHING : IMPORT);
		return fill(signature.returnsBox() ? SLOTS + BOXED_IMPORT : template, signature)
			.replace("${prototype}", function.prototype(function.qualifiedName()))
			.replace("${name}", signature.qualifiedName())
			.replace("${call}", function.callCrossing());
	}

	private String fill(String template, FunctionSignature signature) {
		CppFunction function = new CppFunction(this.trait, signature);
		return template.replace("${symbol}", signature.symbol())
			.replace("${post}", signature.postSymbol())
			.replace("${parameters}", function.crossing())
			.replace("${given}", function.returns().given())
			.replace("${lent}", function.returns().lent())
			.replace("${result}", function.returns().result());
	}

}

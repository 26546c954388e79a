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
				return relib::glue::exported<${function}>::${call}(${arguments});
			}
			""";

	private static final String GIVE_BACK = """

			RELIB_EXPORT void ${symbol}(void *relib_box);
			RELIB_EXPORT void ${symbol}(void *relib_box)
			{
				relib::glue::drop_given<${type}>(relib_box);
			}
			""";

	private static final String SLOTS = """

			extern "C" {
			RELIB_IMPORT_SLOT ${given}(*${symbol})(${parameters}) = nullptr;
			${post}}
			""";

	private static final String POST_SLOT = """
			RELIB_IMPORT_SLOT void (*${symbol})(void *relib_box) = nullptr;
			""";

	private static final String IMPORT = """

			${prototype}
			{
				return relib::glue::${call}<${result}>(${arguments});
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
		String call = function.error().map((error) -> "call_or<" + error.result() + ">").orElse("call");
		String text = fill(EXPORT, signature, function).replace("${function}", function.qualifiedName())
			.replace("${call}", call)
			.replace("${arguments}", function.callArguments());
		if (function.returns().isBoxed()) {
			text += giveBack(signature.postSymbol(), function.returns());
		}
		return text + function.error().map((error) -> giveBack(signature.errorSymbol(), error)).orElse("");
	}

	private static String giveBack(String symbol, CppType type) {
		return GIVE_BACK.replace("${symbol}", symbol).replace("${type}", type.result());
	}

	private String imported(FunctionSignature signature) {
		CppFunction function = new CppFunction(this.trait, signature);
		boolean boxed = function.returns().isBoxed();
		String post = boxed ? POST_SLOT.replace("${symbol}", signature.postSymbol()) : "";
		return fill(SLOTS, signature, function).replace("${post}", post)
				+ IMPORT.replace("${prototype}", function.prototype(function.qualifiedName()))
					.replace("${call}", boxed ? "imported_box" : "imported")
					.replace("${result}", function.returns().result())
					.replace("${arguments}", function.importArguments());
	}

	private static String fill(String template, FunctionSignature signature, CppFunction function) {
		return template.replace("${symbol}", signature.symbol())
			.replace("${parameters}", function.crossing())
			.replace("${given}", function.returns().crossingResult());
	}

}

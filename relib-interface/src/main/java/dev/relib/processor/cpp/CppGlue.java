// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.util.Map;
import java.util.stream.Collectors;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.Template;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Writes the source file of a trait: the glue code between the functions of the module
 * author and the host.
 */
final class CppGlue {

	private static final String EXPORT = """

			RELIB_EXPORT ${result}${symbol}(${parameters});
			RELIB_EXPORT ${result}${symbol}(${parameters})
			{
				return relib::glue::exported<${function}>::${call}(${arguments});
			}
			""";

	private static final String FREE_FUNCTION = """

			RELIB_EXPORT void ${symbol}(void *relib_box);
			RELIB_EXPORT void ${symbol}(void *relib_box)
			{
				relib::glue::drop_given<${type}>(relib_box);
			}
			""";

	private static final String SLOTS = """

			extern "C" {
			RELIB_IMPORT_SLOT ${result}(*${symbol})(${parameters}) = nullptr;
			${post}}
			""";

	private static final String POST_SLOT = """
			RELIB_IMPORT_SLOT void (*${symbol})(void *relib_box) = nullptr;
			""";

	private static final String IMPORT = """

			${prototype}
			{
				return relib::glue::${call}<${value}>(${arguments});
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
		return "/* Generated from " + this.source.source() + ". Do not edit. */\n#include \""
				+ CppNames.file(this.trait) + ".hpp\"\n" + functions;
	}

	private String exported(FunctionSignature signature) {
		CppFunction function = new CppFunction(this.trait, signature);
		String call = function.error().map((error) -> "call_or<" + error.result() + ">").orElse("call");
		String text = Template.fill(EXPORT,
				Map.of("symbol", signature.symbol(), "parameters", function.abiParameters(), "result",
						function.returns().abiResult(), "function", function.qualifiedName(), "call", call, "arguments",
						function.callArguments()));
		if (function.returns().isBoxed()) {
			text += freeFunction(signature.freeSymbol(), function.returns());
		}
		return text + function.error().map((error) -> freeFunction(signature.errorFreeSymbol(), error)).orElse("");
	}

	private static String freeFunction(String symbol, CppType type) {
		return Template.fill(FREE_FUNCTION, Map.of("symbol", symbol, "type", type.result()));
	}

	private String imported(FunctionSignature signature) {
		CppFunction function = new CppFunction(this.trait, signature);
		boolean boxed = function.returns().isBoxed();
		String post = boxed ? Template.fill(POST_SLOT, Map.of("symbol", signature.freeSymbol())) : "";
		return Template.fill(SLOTS + IMPORT,
				Map.of("symbol", signature.symbol(), "parameters", function.abiParameters(), "result",
						function.returns().abiResult(), "post", post, "prototype",
						function.prototype(function.qualifiedName()), "call", boxed ? "imported_box" : "imported",
						"value", function.returns().result(), "arguments", function.importArguments()));
	}

}

package dev.relib.processor;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Parameter;
import dev.relib.contract.Sequence;
import dev.relib.contract.Trait;

/**
 * The header of a trait: what a module's author implements or calls.
 */
final class CHeader {

	private static final String TEMPLATE = """
			/* Generated from %1$s. Do not edit. */
			#ifndef RELIB_BINDINGS_%2$s_H
			#define RELIB_BINDINGS_%2$s_H

			#include "relib_module.h"

			#ifdef __cplusplus
			extern "C" {
			#endif

			%3$s/* The contract of these functions, for RELIB_MODULE. */
			#define RELIB_CONTRACT_%2$s \\
			%4$s

			#ifdef __cplusplus
			}
			#endif

			#endif
			""";

	private static final String EXPORTED_RESULT = """
			The result's memory comes from malloc and passes to the host, which frees it.
			""";

	private static final String IMPORTED_RESULT = """
			The caller owns the result: free(result.ptr).
			""";

	private static final String EXPORT_THREADS = """
			Called on any thread, by several at once, unless the module's threading is `owner`.
			""";

	private static final String IMPORT_THREADS = """
			Any thread. Does not return if the host's implementation throws: the running export, or
			the module's own thread, ends.
			""";

	private final DocumentedTrait source;

	private final Trait trait;

	CHeader(DocumentedTrait source) {
		this.source = source;
		this.trait = source.trait();
	}

	String text() {
		String comment = CComment.of(this.source.documentation().text());
		String functions = this.trait.functions().stream().map(this::function).collect(Collectors.joining());
		return TEMPLATE.formatted(this.source.source(), CNames.of(this.trait).toUpperCase(Locale.ROOT),
				comment.isEmpty() ? functions : comment + "\n" + functions, contract(this.trait));
	}

	static String contract(Trait trait) {
		return trait.text().lines().map((line) -> "\t\"" + line + "\\n\"").collect(Collectors.joining(" \\\n"));
	}

	private String function(FunctionSignature function) {
		Documentation documentation = this.source.documentation(function);
		return CComment.of(documentation.text(), values(function, documentation), rules(function))
				+ new CFunction(function).prototype() + ";\n\n";
	}

	static String values(FunctionSignature function, Documentation documentation) {
		List<String> names = CNames.parameters(function);
		String parameters = IntStream.range(0, names.size())
			.filter((i) -> documentation.parameters().containsKey(function.parameters().get(i).name()))
			.mapToObj((i) -> names.get(i) + ": "
					+ documentation.parameters().get(function.parameters().get(i).name()).replace("\n", "\n  "))
			.collect(Collectors.joining("\n"));
		String returns = documentation.returns().isEmpty() ? "" : "Returns " + documentation.returns();
		return (parameters + "\n" + returns).strip();
	}

	private String rules(FunctionSignature function) {
		boolean exported = this.trait.direction() == Direction.EXPORTS;
		boolean lends = function.parameters().stream().map(Parameter::type).anyMatch(Sequence.class::isInstance);
		String rules = exported ? "Implemented by the module." : "Implemented by the host.";
		rules += lends ? " What arguments point to is lent for the time of the call.\n" : "\n";
		if (function.returnsBox()) {
			rules += exported ? EXPORTED_RESULT : IMPORTED_RESULT;
		}
		return rules + (exported ? EXPORT_THREADS : IMPORT_THREADS);
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.FunctionComment;
import dev.relib.processor.cfamily.BlockComment;
import dev.relib.processor.cfamily.ContractMacro;
import dev.relib.processor.cfamily.MemberNames;
import dev.relib.processor.reader.Documentation;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Writes the header of a trait, which declares the functions that a module author
 * implements or calls.
 */
final class CppHeader {

	private static final String TEMPLATE = """
			/* Generated from %1$s. Do not edit. */
			#ifndef RELIB_BINDINGS_%2$s_HPP
			#define RELIB_BINDINGS_%2$s_HPP

			#include "relib_module.hpp"

			%3$s%7$snamespace %4$s {

			%5$s} // namespace %4$s

			%6$s
			#endif
			""";

	private static final String EXPORT_RULES = """
			Called on any thread, by several at once, unless the module's threading is `owner`. What it
			throws is a panic.
			""";

	private static final String IMPORT_RULES = """
			Any thread. Throws relib::import_failed if the host's implementation throws.
			""";

	private static final String ERROR = """
			If it throws a %s, the host makes the caller's exception of it.
			""";

	private final DocumentedTrait source;

	private final Trait trait;

	CppHeader(DocumentedTrait source) {
		this.source = source;
		this.trait = source.trait();
	}

	String text() {
		String types = this.trait.namedTypes()
			.stream()
			.map((type) -> CppDefinition.text(type, this.source.documentation(type)))
			.collect(Collectors.joining());
		String functions = this.trait.functions().stream().map(this::function).collect(Collectors.joining());
		return TEMPLATE.formatted(this.source.source(), CppNames.file(this.trait).toUpperCase(Locale.ROOT),
				comment(types), CppNames.namespace(this.trait), functions,
				ContractMacro.of(this.trait) + ContractMacro.check(this.trait), types);
	}

	/**
	 * Writes the documentation of the interface. It belongs to the namespace, unless
	 * types come in between: then an empty line separates it from the first type.
	 */
	private String comment(String types) {
		String comment = BlockComment.of(this.source.documentation().text());
		return (comment.isEmpty() || types.isEmpty()) ? comment : comment + "\n";
	}

	private String function(FunctionSignature function) {
		Documentation documentation = this.source.documentation(function);
		return BlockComment
			.of(documentation.text(),
					FunctionComment.values(function, MemberNames.parameters(function), documentation, "%s: ",
							"Returns ", ""),
					rules(function))
				+ new CppFunction(this.trait, function).prototype() + ";\n\n";
	}

	private String rules(FunctionSignature function) {
		boolean exported = this.trait.direction() == Direction.EXPORTS;
		String error = function.error().map((type) -> ERROR.formatted(CppType.name(type))).orElse("");
		return FunctionComment.implementer(this.trait.direction(), function) + "\n"
				+ (exported ? EXPORT_RULES : IMPORT_RULES) + error;
	}

}

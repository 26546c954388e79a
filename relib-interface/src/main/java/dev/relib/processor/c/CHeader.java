// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.Locale;
import java.util.stream.Collectors;

import dev.relib.contract.Direction;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.ContractTypes;
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
final class CHeader {

	private static final String TEMPLATE = """
			/* Generated from %1$s. Do not edit. */
			#ifndef RELIB_BINDINGS_%2$s_H
			#define RELIB_BINDINGS_%2$s_H

			#include "relib_module.h"

			#ifdef __cplusplus
			extern "C" {
			#endif

			%3$s%4$s
			#ifdef __cplusplus
			}
			#endif

			#endif
			""";

	private static final String EXPORTED_RESULT = """
			The result's memory comes from malloc and passes to the host, which frees it.
			""";

	private static final String IMPORTED_RESULT = """
			The caller owns the result: %s(&result).
			""";

	private static final String ERROR = """
			Returns true, or false with *error filled, of which the host makes the caller's exception. What
			*error points to comes from malloc and passes to the host.
			""";

	private static final String RESULT_OR_ERROR = """
			Returns true with *result filled, or false with *error filled, of which the host makes the
			caller's exception. What the one that is filled points to comes from malloc and passes to the
			host; the other one is not looked at.
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
		String comment = BlockComment.of(this.source.documentation().text());
		String types = ContractTypes.usedBy(this.trait)
			.stream()
			.map((type) -> CDefinition.text(type, this.source))
			.collect(Collectors.joining());
		String functions = this.trait.functions().stream().map(this::function).collect(Collectors.joining());
		return TEMPLATE.formatted(this.source.source(), CNames.of(this.trait).toUpperCase(Locale.ROOT),
				(comment.isEmpty() ? "" : comment + "\n") + types + functions, ContractMacro.of(this.trait));
	}

	private String function(FunctionSignature function) {
		Documentation documentation = this.source.documentation(function);
		String result = function.error().isPresent() ? "result: " : "Returns ";
		return BlockComment.of(documentation.text(),
				FunctionComment.values(function, MemberNames.parameters(function), documentation, "%s: ", result, ""),
				rules(function)) + new CFunction(function).prototype() + ";\n\n";
	}

	private String rules(FunctionSignature function) {
		boolean exported = this.trait.direction() == Direction.EXPORTS;
		String rules = FunctionComment.implementer(this.trait.direction(), function);
		if (FunctionComment.takesRecords(function)) {
			rules += "\nNo pointer to a record is NULL.";
		}
		return rules + "\n" + result(function, exported) + (exported ? EXPORT_THREADS : IMPORT_THREADS);
	}

	private static String result(FunctionSignature function, boolean exported) {
		if (function.error().isPresent()) {
			return FunctionComment.returnsValue(function) ? RESULT_OR_ERROR : ERROR;
		}
		if (!function.returnsOwned()) {
			return "";
		}
		return exported ? EXPORTED_RESULT : IMPORTED_RESULT.formatted(CType.of(function.returns()).freeFunction());
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.stream.Collectors;

import dev.relib.contract.Direction;
import dev.relib.contract.Trait;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Writes the source file of a trait: the glue code between the functions of the module
 * author and the host.
 */
final class CGlue {

	private final DocumentedTrait source;

	private final Trait trait;

	CGlue(DocumentedTrait source) {
		this.source = source;
		this.trait = source.trait();
	}

	String text() {
		boolean exported = this.trait.direction() == Direction.EXPORTS;
		String functions = this.trait.functions()
			.stream()
			.map((function) -> "\n" + (exported ? CExport.text(function) : CImport.text(function)))
			.collect(Collectors.joining());
		return "/* Generated from " + this.source.source() + ". Do not edit. */\n#include \"" + CNames.of(this.trait)
				+ ".h\"\n" + functions;
	}

}

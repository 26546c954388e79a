// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.c;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;
import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.bindings.GeneratedFile;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Generates bindings in C: a header for the module author, and a source file with the
 * glue code between the author's functions and the host.
 */
public final class CBindings implements Bindings {

	private static final String FOLDER = "META-INF/relib/c/";

	@Override
	public Optional<String> nameProblem(Trait trait) {
		return CNames.problem(trait);
	}

	@Override
	public Optional<String> nameProblem(FunctionSignature function) {
		return CNames.problem(function);
	}

	@Override
	public Stream<String> globalNames(ValueType type) {
		return CDefinition.names(type);
	}

	@Override
	public Stream<String> globalNames(FunctionSignature function) {
		return Stream.of(CNames.of(function));
	}

	@Override
	public List<GeneratedFile> files(DocumentedTrait trait) {
		String path = FOLDER + CNames.of(trait.trait());
		return List.of(new GeneratedFile(path + ".h", new CHeader(trait).text()),
				new GeneratedFile(path + ".c", new CGlue(trait).text()));
	}

}

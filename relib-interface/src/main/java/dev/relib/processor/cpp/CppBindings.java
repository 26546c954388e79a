// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.cpp;

import java.util.List;
import java.util.Optional;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.bindings.GeneratedFile;
import dev.relib.processor.bindings.NameRules;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Generates bindings in C++: a header for the module author, and a source file with the
 * glue code between the author's functions and the host.
 */
public final class CppBindings implements Bindings {

	private static final String FOLDER = "META-INF/relib/cpp/";

	@Override
	public Optional<String> nameProblem(Trait trait) {
		return CppNames.problem(trait);
	}

	@Override
	public Optional<String> nameProblem(FunctionSignature function) {
		return NameRules.problem(function, function.name(), "C++");
	}

	@Override
	public List<GeneratedFile> files(DocumentedTrait trait) {
		String path = FOLDER + CppNames.file(trait.trait());
		return List.of(new GeneratedFile(path + ".hpp", new CppHeader(trait).text()),
				new GeneratedFile(path + ".cpp", new CppGlue(trait).text()));
	}

}

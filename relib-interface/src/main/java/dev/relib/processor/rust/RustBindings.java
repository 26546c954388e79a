// SPDX-License-Identifier: Apache-2.0
package dev.relib.processor.rust;

import java.util.List;
import java.util.Optional;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.processor.bindings.Bindings;
import dev.relib.processor.bindings.GeneratedFile;
import dev.relib.processor.bindings.NameRules;
import dev.relib.processor.reader.DocumentedTrait;

/**
 * Generates bindings in Rust: a module that defines a trait for the author to implement,
 * or functions for the author to call.
 */
public final class RustBindings implements Bindings {

	private static final String FOLDER = "META-INF/relib/rust/";

	@Override
	public Optional<String> nameProblem(Trait trait) {
		return RustNames.problem(trait);
	}

	@Override
	public Optional<String> nameProblem(FunctionSignature function) {
		return NameRules.problem(function, function.name(), "Rust");
	}

	@Override
	public List<GeneratedFile> files(DocumentedTrait trait) {
		return List
			.of(new GeneratedFile(FOLDER + RustNames.module(trait.trait()) + ".rs", new RustModule(trait).text()));
	}

}

package dev.relib.processor;

import java.util.List;
import java.util.Optional;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * Bindings in Rust: a module with a trait to implement, or functions to call.
 */
final class RustBindings implements Bindings {

	private static final String FOLDER = "META-INF/relib/rust/";

	@Override
	public Optional<String> refuse(Trait trait) {
		return RustNames.refuse(trait);
	}

	@Override
	public Optional<String> refuse(FunctionSignature function) {
		return NativeNames.refuse(function, function.name(), "Rust");
	}

	@Override
	public List<GeneratedFile> files(DocumentedTrait trait) {
		return List
			.of(new GeneratedFile(FOLDER + RustNames.module(trait.trait()) + ".rs", new RustModule(trait).text()));
	}

}

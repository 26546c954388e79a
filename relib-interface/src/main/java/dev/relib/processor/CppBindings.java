package dev.relib.processor;

import java.util.List;
import java.util.Optional;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;

/**
 * Bindings in C++: a header for the module's author, and the glue behind it.
 */
final class CppBindings implements Bindings {

	private static final String FOLDER = "META-INF/relib/cpp/";

	@Override
	public Optional<String> refuse(Trait trait) {
		return CppNames.refuse(trait);
	}

	@Override
	public Optional<String> refuse(FunctionSignature function) {
		return NativeNames.refuse(function, function.name(), "C++");
	}

	@Override
	public List<GeneratedFile> files(DocumentedTrait trait) {
		String path = FOLDER + CNames.of(trait.trait());
		return List.of(new GeneratedFile(path + ".hpp", new CppHeader(trait).text()),
				new GeneratedFile(path + ".cpp", new CppGlue(trait).text()));
	}

}

package dev.relib.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.contract.ValueType;

/**
 * Bindings in C: a header for the module's author, and the glue behind it.
 */
final class CBindings implements Bindings {

	private static final String FOLDER = "META-INF/relib/c/";

	@Override
	public Optional<String> refuse(Trait trait) {
		return CNames.refuse(trait);
	}

	@Override
	public Optional<String> refuse(FunctionSignature function) {
		return CNames.refuse(function);
	}

	@Override
	public Stream<String> sharedNames(ValueType type) {
		return CDefinition.names(type);
	}

	@Override
	public Stream<String> sharedNames(FunctionSignature function) {
		return Stream.of(CNames.of(function));
	}

	@Override
	public List<GeneratedFile> files(DocumentedTrait trait) {
		String path = FOLDER + CNames.of(trait.trait());
		return List.of(new GeneratedFile(path + ".h", new CHeader(trait).text()),
				new GeneratedFile(path + ".c", new CGlue(trait).text()));
	}

}

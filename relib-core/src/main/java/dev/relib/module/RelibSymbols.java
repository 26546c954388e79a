package dev.relib.module;

import dev.relib.ModuleSource;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.image.LibraryImage;

/**
 * Checks the symbols of the public ABI in a file, before the library is opened: writing a
 * pointer into code is a crash.
 */
final class RelibSymbols {

	private final ModuleSource source;

	private final LibraryImage image;

	RelibSymbols(ModuleSource source, LibraryImage image) {
		this.source = source;
		this.image = image;
	}

	void requireFunctions(Trait trait) {
		for (FunctionSignature function : trait.functions()) {
			if (!this.image.hasFunction(function.symbol())) {
				throw new MissingExportException(this.source, function, function.symbol());
			}
			if (function.returnsBox() && !this.image.hasFunction(function.postSymbol())) {
				throw new MissingExportException(this.source, function, function.postSymbol());
			}
		}
	}

	void requireBeforeUnload() {
		String symbol = OpenLibrary.BEFORE_UNLOAD;
		if (this.image.symbols().contains(symbol) && !this.image.hasFunction(symbol)) {
			throw new MissingExportException(this.source, OpenLibrary.BEFORE_UNLOAD_SIGNATURE, symbol);
		}
	}

	void requireSlots(FunctionSignature function) {
		boolean called = this.image.hasSlot(function.symbol());
		boolean givenBack = !function.returnsBox() || this.image.hasSlot(function.postSymbol());
		if (!called || !givenBack) {
			String missing = called ? function.postSymbol() : function.symbol();
			throw new MissingImportException(this.source, function.qualifiedName(),
					"it declares the import " + function.qualifiedName() + " but has no writable pointer " + missing,
					"Compile the generated bindings of " + function.trait() + " into the module.");
		}
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.module.kind;

import java.util.List;

import dev.relib.contract.FunctionSignature;
import dev.relib.contract.Trait;
import dev.relib.failure.MissingExportException;
import dev.relib.failure.MissingImportException;
import dev.relib.failure.ReturnMismatchException;
import dev.relib.image.LibraryImage;
import dev.relib.module.ModuleOptions;
import dev.relib.module.ModuleSource;
import dev.relib.module.call.LifecycleFunction;

/**
 * Checks the symbols of the module ABI in a library file. Slots are checked before the
 * library is opened, because writing a pointer into code would crash the process.
 */
final class RelibSymbols {

	private final ModuleSource source;

	private final LibraryImage image;

	RelibSymbols(ModuleSource source, LibraryImage image) {
		this.source = source;
		this.image = image;
	}

	static MissingExportException missing(ModuleSource source, FunctionSignature function, String symbol) {
		return new MissingExportException(source, function.qualifiedName(), symbol, "Implement \"" + function.text()
				+ "\" in the module and compile the generated bindings of " + function.trait() + " into it.");
	}

	void requireFunctions(Trait trait) {
		for (FunctionSignature function : trait.functions()) {
			requireFunction(function, function.symbol());
			if (function.returnsOwned()) {
				requireFunction(function, function.freeSymbol());
			}
			if (function.error().isPresent()) {
				requireFunction(function, function.errorFreeSymbol());
			}
		}
	}

	private void requireFunction(FunctionSignature function, String symbol) {
		if (!this.image.hasFunction(symbol)) {
			throw missing(this.source, function, symbol);
		}
	}

	/**
	 * Compares the returns of a library without a contract: its symbols tell only whether
	 * a return is owned by the caller.
	 */
	void requireReturns(Trait trait) {
		trait.functions().forEach(this::requireReturn);
	}

	void requireReturn(FunctionSignature function) {
		if (!function.returnsOwned() && this.image.hasSymbol(function.freeSymbol())) {
			throw new ReturnMismatchException(this.source, function.qualifiedName(), function.text(),
					function.freeSymbol());
		}
	}

	/** Lists the library's exports without the prefix of their symbols. */
	List<String> functions() {
		return this.image.relibFunctions();
	}

	/** Lists the library's imports without the prefix of their symbols. */
	List<String> slots() {
		return this.image.relibSlots();
	}

	/**
	 * Checks that the symbols of lifecycle functions are functions, and that the options'
	 * ones exist.
	 * @param addMain how to add a main function, as a sentence
	 */
	void requireLifecycle(ModuleOptions options, String addMain) {
		for (LifecycleFunction function : LifecycleFunction.values()) {
			String symbol = function.symbol();
			if (this.image.hasSymbol(symbol) && !this.image.hasFunction(symbol)) {
				throw missing(this.source, function.signature(), symbol);
			}
		}
		if (options.main()) {
			requireMain(addMain + " Or set relib.modules." + this.source.module() + ".main to false.");
		}
	}

	void requireMain(String fix) {
		FunctionSignature main = LifecycleFunction.MAIN.signature();
		if (!this.image.hasFunction(LifecycleFunction.MAIN.symbol())) {
			throw MissingExportException.main(this.source, main.qualifiedName(), LifecycleFunction.MAIN.symbol(), fix);
		}
	}

	/**
	 * As {@link #requireReturn}, and the other way round: the main function has no types.
	 */
	void requireMainReturn(FunctionSignature main) {
		boolean owned = this.image.hasSymbol(LifecycleFunction.MAIN.freeSymbol());
		if (owned != main.returnsOwned()) {
			throw new ReturnMismatchException(this.source, main.qualifiedName(), main.text(),
					owned ? "returns memory to be freed" : "returns a primitive or nothing",
					owned ? "Call it with a record, String.class or an array, or void.class to ignore its result."
							: "Call it with a primitive type, or void.class to ignore its result.");
		}
	}

	void requireSlots(FunctionSignature function) {
		boolean called = this.image.hasSlot(function.symbol());
		boolean givenBack = !function.returnsOwned() || this.image.hasSlot(function.freeSymbol());
		if (!called || !givenBack) {
			String missing = called ? function.freeSymbol() : function.symbol();
			throw new MissingImportException(this.source, function.qualifiedName(),
					"it declares the import " + function.qualifiedName() + " but has no writable pointer " + missing,
					"Compile the generated bindings of " + function.trait() + " into the module.");
		}
	}

}

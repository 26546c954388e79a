package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.contract.FunctionSignature;

/**
 * A module lacks a function that the host declares.
 */
public final class MissingExportException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	MissingExportException(ModuleSource source, FunctionSignature function, String symbol) {
		this(source, function, symbol, "Implement \"" + function.text()
				+ "\" in the module and compile the generated bindings of " + function.trait() + " into it.");
	}

	private MissingExportException(ModuleSource source, FunctionSignature function, String symbol, String fix) {
		super(source, "it does not export " + function.qualifiedName() + " (no symbol " + symbol + ")", fix);
		this.function = function.qualifiedName();
	}

	static MissingExportException ofPlainLibrary(ModuleSource source, FunctionSignature function) {
		return new MissingExportException(source, function, function.name(),
				"Name the symbol that the method calls with @RelibName, or use a version of the library that has it.");
	}

	static MissingExportException ofMain(ModuleSource source, FunctionSignature main) {
		return new MissingExportException(source, main, main.name(),
				"A plain library has no main function that the host could call: leave the module's main out.");
	}

	/**
	 * The function that is missing.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}

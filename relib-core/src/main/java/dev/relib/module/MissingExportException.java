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
		super(source, "it does not export " + function.qualifiedName() + " (no symbol " + symbol + ")",
				"Implement \"" + function.text() + "\" in the module and compile the generated bindings of "
						+ function.trait() + " into it.");
		this.function = function.qualifiedName();
	}

	/**
	 * The function that is missing.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}

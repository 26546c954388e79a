// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a module is loaded, or an interface is requested of it, and it lacks a
 * function of the interface.
 */
public final class MissingExportException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param symbol the missing symbol
	 * @param fix the remedy, as a sentence
	 */
	public MissingExportException(ModuleSource source, String function, String symbol, String fix) {
		super(source, "it does not export " + function + " (no symbol " + symbol + ")", fix);
		this.function = function;
	}

	private MissingExportException(String problem, ModuleSource source, String function, String fix) {
		super(source, problem, fix);
		this.function = function;
	}

	/**
	 * Creates an exception about a module without a main function.
	 * @param source the module and its library
	 * @param function the qualified name of the main function
	 * @param symbol the missing symbol
	 * @param fix the remedy, as a sentence
	 * @return the exception
	 */
	public static MissingExportException main(ModuleSource source, String function, String symbol, String fix) {
		return new MissingExportException("it has no main function (no symbol " + symbol + ")", source, function, fix);
	}

	/**
	 * Returns the missing function.
	 * @return its qualified name, for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}

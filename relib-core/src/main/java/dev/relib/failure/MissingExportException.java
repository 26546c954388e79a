package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A module lacks a function that the host declares.
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
	 * @param symbol the symbol that was not found
	 * @param fix what to do about it, as a sentence
	 */
	public MissingExportException(ModuleSource source, String function, String symbol, String fix) {
		super(source, "it does not export " + function + " (no symbol " + symbol + ")", fix);
		this.function = function;
	}

	/**
	 * The function that is missing.
	 * @return for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}

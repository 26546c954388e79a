// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library without a contract returns memory that the caller must free, and
 * the host declares a primitive or enum.
 */
public final class ReturnMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	/**
	 * Creates an exception about a return that is memory to be freed.
	 * @param source the module and its library
	 * @param function the qualified name of the function, for example
	 * {@code Greeter.greet}
	 * @param declared the host's declaration
	 * @param freeSymbol the symbol of the function that frees the return
	 */
	public ReturnMismatchException(ModuleSource source, String function, String declared, String freeSymbol) {
		this(source, function, declared, "returns memory to be freed (symbol " + freeSymbol + ")", "Declare " + function
				+ " to return String, byte[] or another array, or let the module return a primitive or enum.");
	}

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param function the qualified name of the function
	 * @param declared the host's declaration
	 * @param module what the module's function does, as far as it is known
	 * @param fix the remedy, as a sentence
	 */
	public ReturnMismatchException(ModuleSource source, String function, String declared, String module, String fix) {
		super(source, "module and host declare " + function + " differently:\n  module: " + module + "\n  host:   "
				+ declared, fix);
		this.function = function;
	}

	/**
	 * Returns the function whose return differs.
	 * @return its qualified name, for example {@code ImageFilter.apply}
	 */
	public String function() {
		return this.function;
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

/**
 * Thrown when a module is asked for a symbol that its library does not offer.
 */
public final class UnknownSymbolException extends ModuleException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String symbol;

	/**
	 * Creates an exception.
	 * @param module the module's name
	 * @param generation the id of the generation that was asked
	 * @param symbol the symbol's name
	 */
	public UnknownSymbolException(String module, long generation, String symbol) {
		super(module, "the library of module '" + module + "' offers no symbol " + symbol + " in generation "
				+ generation + "; export it under this name (extern \"C\", visibility default, in Rust #[no_mangle])");
		this.symbol = symbol;
	}

	/**
	 * Returns the symbol.
	 * @return its name
	 */
	public String symbol() {
		return this.symbol;
	}

}

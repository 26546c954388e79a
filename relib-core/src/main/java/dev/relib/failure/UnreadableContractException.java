// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when this host cannot parse the contract in a module.
 */
public final class UnreadableContractException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param cause the parser's exception, whose message names the line
	 */
	public UnreadableContractException(ModuleSource source, RuntimeException cause) {
		super(source, String.valueOf(cause.getMessage()),
				"Build the module again with the bindings of this host's version, and with "
						+ "RELIB_CONTRACT_ macros only in its RELIB_MODULE line.",
				cause);
	}

}

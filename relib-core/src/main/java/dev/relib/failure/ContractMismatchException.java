// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a module is loaded, or an interface is requested of it, and both declare a
 * function with different types.
 */
public final class ContractMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String moduleLine;

	private final String hostLine;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param subject the function, or the type that it uses
	 * @param moduleLine the line of the module's contract
	 * @param hostLine the line of the host's contract
	 * @param trait the interface that the module has to be built with
	 */
	public ContractMismatchException(ModuleSource source, String subject, String moduleLine, String hostLine,
			String trait) {
		super(source, "module and host declare " + subject + " differently:\n  module: " + moduleLine + "\n  host:   "
				+ hostLine, "Build the module again with the bindings of the host's interface " + trait + ".");
		this.moduleLine = moduleLine;
		this.hostLine = hostLine;
	}

	/**
	 * Returns the module's declaration.
	 * @return a line of its contract
	 */
	public String moduleLine() {
		return this.moduleLine;
	}

	/**
	 * Returns the host's declaration.
	 * @return a line of its contract
	 */
	public String hostLine() {
		return this.hostLine;
	}

}

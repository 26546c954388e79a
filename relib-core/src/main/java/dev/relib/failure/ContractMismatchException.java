package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * A module and its host declare the same function with different types.
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
	 * @param moduleLine the module's line of the contract
	 * @param hostLine the host's line of the contract
	 * @param trait the interface whose bindings the module lacks
	 */
	public ContractMismatchException(ModuleSource source, String subject, String moduleLine, String hostLine,
			String trait) {
		super(source, "module and host declare " + subject + " differently:\n  module: " + moduleLine + "\n  host:   "
				+ hostLine, "Build the module again with the bindings of the host's interface " + trait + ".");
		this.moduleLine = moduleLine;
		this.hostLine = hostLine;
	}

	/**
	 * What the module declares.
	 * @return a line of its contract
	 */
	public String moduleLine() {
		return this.moduleLine;
	}

	/**
	 * What the host declares.
	 * @return a line of its contract
	 */
	public String hostLine() {
		return this.hostLine;
	}

}

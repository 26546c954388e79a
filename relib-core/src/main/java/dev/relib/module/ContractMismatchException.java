package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.contract.FunctionSignature;

/**
 * A module and its host declare the same function with different types.
 */
public final class ContractMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String moduleLine;

	private final String hostLine;

	ContractMismatchException(ModuleSource source, FunctionSignature module, FunctionSignature host) {
		super(source,
				"module and host declare " + host.qualifiedName() + " differently:\n  module: " + module.text()
						+ "\n  host:   " + host.text(),
				"Build the module again with the bindings of the host's interface " + host.trait() + ".");
		this.moduleLine = module.text();
		this.hostLine = host.text();
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

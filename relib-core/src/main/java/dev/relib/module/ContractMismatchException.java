package dev.relib.module;

import java.io.Serial;

import dev.relib.ModuleLoadException;
import dev.relib.ModuleSource;
import dev.relib.contract.FunctionSignature;
import dev.relib.contract.NamedType;

/**
 * A module and its host declare the same function with different types.
 */
public final class ContractMismatchException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String moduleLine;

	private final String hostLine;

	ContractMismatchException(ModuleSource source, FunctionSignature module, FunctionSignature host) {
		this(source, host, Difference.between(module, host));
	}

	private ContractMismatchException(ModuleSource source, FunctionSignature host, Difference difference) {
		super(source,
				"module and host declare " + difference.what() + " differently:\n  module: " + difference.module()
						+ "\n  host:   " + difference.host(),
				"Build the module again with the bindings of the host's interface " + host.trait() + ".");
		this.moduleLine = difference.module();
		this.hostLine = difference.host();
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

	/**
	 * Where two declarations of one function part: in a type, if one of that name
	 * differs.
	 *
	 * @param what what is declared differently
	 * @param module the module's line
	 * @param host the host's line
	 */
	private record Difference(String what, String module, String host) {

		static Difference between(FunctionSignature module, FunctionSignature host) {
			for (NamedType ours : host.namedTypes()) {
				for (NamedType theirs : module.namedTypes()) {
					if (theirs.name().equals(ours.name()) && !theirs.definition().equals(ours.definition())) {
						return new Difference(ours.name() + ", which " + host.qualifiedName() + " uses,",
								theirs.definition(), ours.definition());
					}
				}
			}
			return new Difference(host.qualifiedName(), module.text(), host.text());
		}

	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library has the bindings of an interface, and the contract in it does not
 * list their functions: the host would bind none of them.
 */
public final class UnlistedContractException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String trait;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param trait the trait's name, for example {@code Clock}
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	public UnlistedContractException(ModuleSource source, String trait, String problem, String fix) {
		super(source, problem, fix);
		this.trait = trait;
	}

	/**
	 * Returns the interface that is not listed.
	 * @return a trait's name, for example {@code Clock}
	 */
	public String trait() {
		return this.trait;
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a module is loaded that calls a trait or function that the host does not
 * implement.
 */
public final class MissingImportException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String function;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param function the trait, or the qualified name of the function
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	public MissingImportException(ModuleSource source, String function, String problem, String fix) {
		super(source, problem, fix);
		this.function = function;
	}

	/**
	 * Returns the missing trait or function.
	 * @return a trait's name or a qualified name, for example {@code Progress.report}
	 */
	public String function() {
		return this.function;
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library is loaded that needs executable stacks. The loader would make
 * those of all threads executable, which removes the guard pages that Java finds endless
 * recursion by.
 */
public final class ExecutableStackException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as sentences
	 */
	public ExecutableStackException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

}

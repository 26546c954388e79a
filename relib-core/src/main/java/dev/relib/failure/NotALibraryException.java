// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a file is damaged, or no dynamic library of this platform's format.
 */
public final class NotALibraryException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	public NotALibraryException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

}

// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library was built for another C library than this system's, or for a
 * newer version of it or of another library.
 */
public final class UnsuitableSystemException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem the problem, as a clause without a full stop
	 * @param fix the remedy, as a sentence
	 */
	public UnsuitableSystemException(ModuleSource source, String problem, String fix) {
		super(source, problem, fix);
	}

}

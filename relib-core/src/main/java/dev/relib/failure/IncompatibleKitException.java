// SPDX-License-Identifier: Apache-2.0
package dev.relib.failure;

import java.io.Serial;

import dev.relib.module.ModuleSource;

/**
 * Thrown when a library was built with another version of the module kit.
 */
public final class IncompatibleKitException extends ModuleLoadException {

	@Serial
	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param source the module and its library
	 * @param problem the difference, as a clause without a full stop
	 */
	public IncompatibleKitException(ModuleSource source, String problem) {
		super(source, problem, "Build the module again with the kit of this host's version.");
	}

}
